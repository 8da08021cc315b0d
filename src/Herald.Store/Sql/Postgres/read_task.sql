select t.id, t.engagement_id, t.channel, t.intake, t.created_at, t.tracking_id, t.batch_id, t.cancel_reason, b.body, t.status, t.customer_reached, t.fallback_attempted
from task t join task_body b on b.task_id = t.id
where t.id = @task
