update delivery d set state = n.state, rank = n.rank, next_check_at = n.next_check, reason_code = n.reason_code, loop = n.loop,
    contact_id = case when d.contact_index = n.contact then d.contact_id end,
    contact_index = n.contact, phone = n.phone, to_address = n.number, window_start = n.window_start, window_end = n.window_end,
    modified_at = @now, version = d.version + 1
from unnest(@id, @seen, @state, @rank, @next_check, @reason_code, @loop, @contact, @phone, @number, @window_start, @window_end)
    as n (id, seen, state, rank, next_check, reason_code, loop, contact, phone, number, window_start, window_end)
where d.id = n.id and d.state + 0 < 2 and (n.seen is null or d.next_check_at = n.seen)
