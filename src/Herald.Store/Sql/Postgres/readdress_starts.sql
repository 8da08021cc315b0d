update delivery d set to_address = n.number
from unnest(@id, @number) as n (id, number)
where d.id = n.id and d.state + 0 = 1 and d.to_address <> n.number
