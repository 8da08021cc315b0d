-- 19 NotDelivered: one segment is enough; otherwise all have to be there.
select d.id, d.state, d.rank, d.next_check_at, d.attempts, t.id, t.engagement_id, t.channel, t.intake, t.created_at, t.tracking_id, t.batch_id, t.cancel_reason, b.body, m.profile_id, m.message_id, m.result, m.received_at, m.diagnostics
from message_id m
join delivery d on d.id = m.delivery_id
join task t on t.id = d.task_id
join task_body b on b.task_id = d.task_id
where m.pending and d.state = 3 and (d.receipts_left <= 0 or m.result = 19)
order by case m.result when 19 then 0 else 1 end, m.received_at limit @max
