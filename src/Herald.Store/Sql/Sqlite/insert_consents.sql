-- Purpose: the seeded PES, where there is one.
insert into consent (id, contactpointvalue, contactpointtype, value, source, purposeid, created_at, modified_at)
select @id, @number, @type, @value, @source, (select id from purpose where name = 'PES' and state = 0 order by created_at limit 1), @now, @now
where not exists (select 1 from consent where contactpointvalue = @number and contactpointtype = @type and state = 0)
returning id
