-- A message that ended Unknown (14) for want of an answer was taken after all: its receipts count from here.
update delivery set receipts_left = coalesce(receipts_left, @segments), call_id = coalesce(call_id, @call_id), sent_at = coalesce(sent_at, @at), modified_at = @at, version = version + 1
where id = @delivery and state = 4 and result = 14
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address
