-- A message that ended Unknown (14) counts on: its late receipts decide when the last one is there.
update delivery d set receipts_left = coalesce(d.receipts_left, 1) - n.count, version = d.version + 1
from unnest(@delivery, @count) as n (delivery, count)
where d.id = n.delivery and (d.state + 0 = 3 or (d.state + 0 = 4 and d.result = 14))
returning d.id, d.task_id, d.engagement_id, d.channel, d.seq_no, d.loop, d.contact_index, d.phone, d.to_address, d.receipts_left, d.state
