insert into delivery (id, task_id, engagement_id, state, status, result, channel, dial_mode, engagement_type, rank, next_check_at,
    loop, contact_index, phone, to_address, from_address, contact_id, window_start, window_end, expires_at, result_at, reason_code, policy_id, batch_id, created_at, modified_at, ended_at)
values (@id, @task, @engagement, @state, @status, @result, @channel, @dial_mode, @leader, @rank, @next_check,
    @loop, @contact, @phone, @to_address, @from_address, @contact_id, @window_start, @window_end, @expires, @result_at, @reason_code, @policy, @batch, @created, @created, @result_at)
