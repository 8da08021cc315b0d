-- Purpose: the seeded PES, where there is one.
insert into consent (id, contactpointvalue, contactpointtype, value, source, purposeid, created_at, modified_at)
values (@id, @number, @type, @value, @source, (select id from purpose where name = 'PES' and state = 0 order by created_at limit 1), @now, @now)
