select task_id, id, seq_no, loop, contact_index, phone, to_address, started_at, ended_at, result, declined, disposition_codes
from delivery where task_id = any(@task) and seq_no is not null order by task_id, seq_no
