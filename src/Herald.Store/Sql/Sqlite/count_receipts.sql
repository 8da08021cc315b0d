update delivery set receipts_left = receipts_left - @count, version = version + 1
where id = @delivery and state = 3
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address, receipts_left
