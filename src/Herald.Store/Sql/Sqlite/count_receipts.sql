-- A message that ended Unknown (14) counts on: its late receipts decide when the last one is there.
update delivery set receipts_left = coalesce(receipts_left, 1) - @count, version = version + 1
where id = @delivery and (state = 3 or (state = 4 and result = 14))
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address, receipts_left, state
