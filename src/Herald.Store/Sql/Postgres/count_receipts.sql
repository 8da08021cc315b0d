update delivery d set receipts_left = d.receipts_left - n.count, version = d.version + 1
from unnest(@delivery, @count) as n (delivery, count)
where d.id = n.delivery and d.state + 0 = 3
returning d.id, d.task_id, d.engagement_id, d.channel, d.seq_no, d.loop, d.contact_index, d.phone, d.to_address, d.receipts_left
