-- A task cancelled while its last attempt ran ends Cancelled, whatever that attempt asked for.
update task t set status = case when t.cancel_reason is null then n.status else 4 end, ended_at = n.now,
    customer_reached = n.reached, fallback_attempted = n.fallback
from unnest(@task, @status, @now, @reached, @fallback) as n (task, status, now, reached, fallback)
where t.id = n.task and t.status + 0 = 0
