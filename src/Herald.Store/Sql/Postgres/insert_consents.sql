-- Purpose: the seeded PES, where there is one.
insert into consent (id, contactpointvalue, contactpointtype, value, source, purposeid, created_at, modified_at)
select n.id, n.number, n.type, n.value, @source, (select id from purpose where name = 'PES' and state = 0 order by created_at limit 1), @now, @now
from unnest(@id, @number, @type, @value) as n (id, number, type, value)
