update delivery set state = 3, owner = null, sent_at = @sent, receipt_due_at = @due, receipts_left = @segments, call_id = @call_id,
    modified_at = @sent, version = version + 1
where id = @id and state = 2 and owner = @owner
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address
