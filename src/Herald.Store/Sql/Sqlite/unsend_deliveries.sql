-- Nothing left this machine: the row waits again and its number is provisional as before.
update delivery as d set state = 0, status = 0, owner = null, seq_no = null, started_at = null, reason_code = @reason_code, next_check_at = @retry,
    modified_at = @now, version = version + 1
where id = @id and state = 2 and owner = @owner
returning id, task_id, engagement_id, channel, attempts + 1, loop, contact_index, phone, to_address, log_id
