select d.id, d.state, d.rank, d.next_check_at, d.attempts, t.id, t.engagement_id, t.channel, t.intake, t.created_at, t.tracking_id, t.batch_id, t.cancel_reason, b.body
from delivery d
cross join task t on t.id = d.task_id
cross join task_body b on b.task_id = d.task_id
where d.id = @id and d.state < 2
