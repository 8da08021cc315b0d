insert into delivery (id, task_id, engagement_id, state, status, result, channel, dial_mode, engagement_type, rank, next_check_at,
    loop, contact_index, phone, to_address, from_address, contact_id, window_start, window_end, expires_at, result_at, reason_code, policy_id, batch_id, created_at, modified_at, ended_at)
select id, task_id, engagement_id, state, status, result, channel, dial_mode, engagement_type, rank, next_check_at,
    loop, contact_index, phone, to_address, from_address, contact_id, window_start, window_end, expires_at, result_at, reason_code, policy_id, batch_id, created_at, created_at, result_at
from held_delivery where batch_id = @batch order by id limit @max;
delete from held_delivery where batch_id = @batch and id in (select id from held_delivery where batch_id = @batch order by id limit @max)
