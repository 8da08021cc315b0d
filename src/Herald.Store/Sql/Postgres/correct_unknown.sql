-- The only change an end knows: Unknown (14) by a late receipt. 18 Delivered.
with corrected as (
    update delivery d set result = n.result, result_at = n.at, reason_code = null, reason = null, sip_diagnostics = coalesce(n.diagnostics, d.sip_diagnostics),
        modified_at = n.at, version = d.version + 1
    from unnest(@delivery, @result, @at, @diagnostics) as n (delivery, result, at, diagnostics)
    where d.id = n.delivery and d.state + 0 = 4 and d.result = 14
    returning d.id, d.task_id, d.engagement_id, d.channel, d.seq_no, d.loop, d.contact_index, d.phone, d.to_address, d.result
), reached as (
    update task t set customer_reached = true
    from corrected c
    where t.id = c.task_id and c.result = 18
)
select id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, to_address from corrected
