-- A page of everything that is open, by task. All of it is answered: the reader goes on behind the last one.
select d.id, d.task_id, d.engagement_id, d.contact_index, t.created_at, t.country, t.state_code, t.postal_code
from delivery d indexed by delivery_open
cross join task t on t.id = d.task_id
where d.task_id > @after and d.state < 4
order by d.task_id limit @max
