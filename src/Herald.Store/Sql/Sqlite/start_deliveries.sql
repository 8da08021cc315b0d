update delivery set state = 2, status = 1, owner = @owner, seq_no = @seq_no, log_id = @log_id, loop = @loop, contact_index = @contact, phone = @phone,
    to_address = @number, from_address = @from_address, contact_id = coalesce(@contact_id, case when contact_index = @contact then contact_id end),
    window_start = @window_start, window_end = @window_end, reason_code = null, started_at = @now, modified_at = @now, version = version + 1
where id = @id and state = 1
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address
