update delivery d set state = 3, owner = null, sent_at = n.sent, receipt_due_at = n.due, receipts_left = n.segments, call_id = n.call_id,
    modified_at = n.sent, version = d.version + 1
from unnest(@id, @owner, @sent, @due, @segments, @call_id) as n (id, owner, sent, due, segments, call_id)
where d.id = n.id and d.state + 0 = 2 and d.owner = n.owner
returning d.id, d.task_id, d.engagement_id, d.channel, d.seq_no, d.loop, d.contact_index, d.phone, d.to_address
