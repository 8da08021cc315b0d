update delivery set state = @state, rank = @rank, next_check_at = @next_check, reason_code = @reason_code, loop = @loop,
    contact_id = case when contact_index = @contact then contact_id end,
    contact_index = @contact, phone = @phone, to_address = @number, window_start = @window_start, window_end = @window_end,
    modified_at = @now, version = version + 1
where id = @id and state < 2 and (@seen is null or next_check_at = @seen)
