-- Waiting rows to be planned and ready rows whose window closes, soonest first.
select d.id, d.state, d.rank, d.next_check_at, d.attempts, t.id, t.engagement_id, t.channel, t.intake, t.created_at, t.tracking_id, t.batch_id, t.cancel_reason, b.body
from delivery d indexed by delivery_staging
cross join task t on t.id = d.task_id
cross join task_body b on b.task_id = d.task_id
where d.engagement_id = @engagement and d.next_check_at <= @now and d.state < 2
order by d.next_check_at limit @max
