select id, state, status, result, next_check_at, started_at, reason_code, reason
from delivery where task_id = @task order by created_at, id
