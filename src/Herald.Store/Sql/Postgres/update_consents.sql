update consent c set value = n.value, source = @source, modified_at = @now, version = c.version + 1
from unnest(@id, @value) as n (id, value)
where c.id = n.id
