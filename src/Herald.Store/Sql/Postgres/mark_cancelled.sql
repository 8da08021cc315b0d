-- Task before delivery, as the end of an attempt takes them: one of the two waits, and then sees what the other wrote.
with locked as materialized (
    select id from task where id = any(@task) and status + 0 = 0 and cancel_reason is null order by id for update
)
update task t set cancel_reason = @reason
from locked
where t.id = locked.id and exists (select from delivery d where d.task_id = t.id)
