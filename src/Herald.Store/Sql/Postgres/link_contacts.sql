update delivery d set contact_id = n.id
from unnest(@task, @contact, @id) as n (task, contact, id)
where d.task_id = n.task and d.contact_index = n.contact and d.contact_id is null
