select k.index, (select count(*) from delivery where task_id = k.task and started_at >= k.since)
from unnest(@index, @task, @since) as k (index, task, since)
