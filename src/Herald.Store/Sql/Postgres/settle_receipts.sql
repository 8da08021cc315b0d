update message_id set pending = false where delivery_id = any(@delivery) and pending
