update message_id set pending = 0 where delivery_id = @delivery and pending
