insert into delivery (id, task_id, engagement_id, state, status, channel, dial_mode, engagement_type, rank, next_check_at, attempts,
    loop, contact_index, phone, to_address, from_address, contact_id, window_start, window_end, expires_at, reason_code, batch_id, created_at, modified_at)
select @id, d.task_id, d.engagement_id, @state, 0, d.channel, @dial_mode, @leader, @rank, @next_check, d.attempts + 1,
    @loop, @contact, @phone, @number, @from_address, case when d.contact_index = @contact then d.contact_id end, @window_start, @window_end,
    d.expires_at, @reason_code, d.batch_id, @now, @now
from delivery d where d.id = @after
