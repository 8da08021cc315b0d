delete from message_part where handled_at <= @before
