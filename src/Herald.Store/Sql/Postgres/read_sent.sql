select d.id, d.state, d.rank, d.next_check_at, d.attempts, t.id, t.engagement_id, t.channel, t.intake, t.created_at, t.tracking_id, t.batch_id, t.cancel_reason, b.body
from delivery d join task t on t.id = d.task_id join task_body b on b.task_id = d.task_id
where d.id = any(@id) and d.state = 3
