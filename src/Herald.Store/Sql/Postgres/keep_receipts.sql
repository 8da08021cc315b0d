insert into kept_receipt (profile_id, message_id, result, received_at, diagnostics)
select n.* from unnest(@profile, @message, @result, @at, @diagnostics) as n (profile, message, result, at, diagnostics)
where not exists (select from message_id m where m.profile_id = n.profile and m.message_id = n.message)
on conflict (profile_id, message_id) do nothing
