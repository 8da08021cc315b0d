-- 534120001 text message, 534120003 voice; 534120002 opted out.
select n.id
from unnest(@id, @number) as n (id, number)
join delivery d on d.id = n.id
where exists (
    select from consent c
    where lower(c.contactpointvalue) = n.number and c.state = 0 and c.value = 534120002
        and c.contactpointtype = case d.channel when 1 then 534120001 else 534120003 end)
