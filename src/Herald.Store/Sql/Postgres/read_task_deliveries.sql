select id, state, status, result, next_check_at, started_at, reason_code, reason, modified_at, ended_at
from delivery where task_id = @task order by created_at, id
