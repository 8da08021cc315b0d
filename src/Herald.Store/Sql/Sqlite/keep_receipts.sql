insert into kept_receipt (profile_id, message_id, result, received_at, diagnostics)
select @profile, @message, @result, @at, @diagnostics
where not exists (select 1 from message_id where profile_id = @profile and message_id = @message)
on conflict (profile_id, message_id) do nothing
