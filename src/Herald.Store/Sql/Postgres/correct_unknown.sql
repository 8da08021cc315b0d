-- The only change an end knows: Unknown (14), by a late receipt or a late answer. 18 Delivered: the reply is awaited from then on.
with corrected as (
    update delivery d set result = n.result, result_at = n.at, reason_code = n.reason_code, reason = n.reason, sip_diagnostics = coalesce(n.diagnostics, d.sip_diagnostics),
        reply_due_at = case when n.result = 18 and d.channel = 1 and d.conversation_id is null then n.at end, modified_at = n.at, version = d.version + 1
    from unnest(@delivery, @result, @at, @diagnostics, @reason_code, @reason) as n (delivery, result, at, diagnostics, reason_code, reason)
    where d.id = n.delivery and d.state + 0 = 4 and d.result = 14
    returning d.id, d.task_id, d.engagement_id, d.channel, d.seq_no, d.loop, d.contact_index, d.phone, d.to_address, d.result
), reached as (
    update task t set customer_reached = true
    from corrected c
    where t.id = c.task_id and c.result = 18
)
select id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address from corrected
