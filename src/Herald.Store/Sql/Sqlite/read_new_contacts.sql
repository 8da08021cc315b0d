select t.intake_no, t.id, t.engagement_id, b.body, exists (select 1 from delivery d where d.task_id = t.id)
from task t join task_body b on b.task_id = t.id
where t.intake_no > @done and t.intake_no < @end
order by t.intake_no limit @max
