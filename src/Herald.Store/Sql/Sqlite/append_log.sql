insert into attempt_log (id, kind, at, delivery_id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, number,
    contact_key, subject_key, zone, result, reason, counts, hash)
values (@id, @kind, @at, @delivery, @task, @engagement, @channel, @seq_no, @loop, @contact, @phone, @number,
    @contact_key, @subject_key, @zone, @result, @reason, @counts, @hash)
