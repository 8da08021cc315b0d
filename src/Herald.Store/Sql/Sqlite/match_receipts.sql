-- The first receipt of a message counts; its twins find a result.
update message_id set result = @result, received_at = @at, diagnostics = @diagnostics, pending = 1
where profile_id = @profile and message_id = @message and result is null
returning profile_id, message_id, delivery_id
