update delivery d set state = 4, owner = null, receipt_due_at = null, status = n.status, result = n.result, reason_code = n.reason_code, reason = n.reason,
    sip_diagnostics = n.diagnostics, declined = n.declined, wait_exceeded = n.abandoned, call_id = coalesce(n.call_id, d.call_id), sent_at = coalesce(n.sent, d.sent_at),
    connected_at = coalesce(n.connected, d.connected_at), speech_at = coalesce(n.speech_at, d.speech_at), speech_detected = n.speech,
    ended_at = n.ended, result_at = n.ended, reply_due_at = case when d.conversation_id is null then n.reply_due end, modified_at = n.now, version = d.version + 1
from unnest(@id, @owner, @status, @result, @reason_code, @reason, @diagnostics, @declined, @abandoned, @call_id, @sent, @connected, @speech_at, @speech, @ended, @reply_due, @now)
    as n (id, owner, status, result, reason_code, reason, diagnostics, declined, abandoned, call_id, sent, connected, speech_at, speech, ended, reply_due, now)
where d.id = n.id and ((d.state + 0 = 2 and d.owner = n.owner) or (d.state + 0 = 3 and n.owner is null))
returning d.id, d.task_id, d.engagement_id, d.channel, d.seq_no, d.loop, d.contact_index, d.phone, d.to_address
