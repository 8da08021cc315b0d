-- Reads only: the start is the claim. The index holds ready rows alone, so a million waiting ones cost nothing.
select d.id, d.state, d.rank, d.next_check_at, d.attempts, t.id, t.engagement_id, t.channel, t.intake, t.created_at, t.tracking_id, t.batch_id, t.cancel_reason, b.body
from delivery d
join task t on t.id = d.task_id
join task_body b on b.task_id = d.task_id
where d.engagement_id = @engagement and d.state = 1 and (d.rank, d.id) > (@rank, @after)
order by d.rank, d.id limit @max
