insert into delivery (id, task_id, engagement_id, state, status, channel, dial_mode, engagement_type, rank, next_check_at, attempts,
    loop, contact_index, phone, to_address, from_address, contact_id, window_start, window_end, expires_at, reason_code, batch_id, created_at, modified_at)
select n.id, d.task_id, d.engagement_id, n.state, 0, d.channel, n.dial_mode, n.leader, n.rank, n.next_check, d.attempts + 1,
    n.loop, n.contact, n.phone, n.number, n.from_address, case when d.contact_index = n.contact then d.contact_id end, n.window_start, n.window_end,
    d.expires_at, n.reason_code, d.batch_id, n.now, n.now
from unnest(@id, @after, @state, @dial_mode, @leader, @rank, @next_check, @loop, @contact, @phone, @number, @from_address, @window_start, @window_end, @reason_code, @now)
    as n (id, after, state, dial_mode, leader, rank, next_check, loop, contact, phone, number, from_address, window_start, window_end, reason_code, now)
join delivery d on d.id = n.after
