delete from kept_receipt where profile_id = @profile and message_id = @message
returning profile_id, message_id, result, received_at, diagnostics
