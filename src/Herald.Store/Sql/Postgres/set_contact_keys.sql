update contact c set {column} = n.value
from unnest(@id, @value) as n (id, value)
where c.id = n.id
