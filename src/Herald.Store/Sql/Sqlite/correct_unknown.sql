-- The only change an end knows: Unknown (14), by a late receipt or a late answer. 18 Delivered: the reply is awaited from then on.
update task set customer_reached = 1
where @result = 18 and id = (select task_id from delivery where id = @delivery and state = 4 and result = 14);
update delivery set result = @result, result_at = @at, reason_code = @reason_code, reason = @reason, sip_diagnostics = coalesce(@diagnostics, sip_diagnostics),
    reply_due_at = case when @result = 18 and channel = 1 and conversation_id is null then @at end, modified_at = @at, version = version + 1
where id = @delivery and state = 4 and result = 14
returning id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address
