-- The first receipt of a message counts; its twins find a result.
update message_id m set result = n.result, received_at = n.at, diagnostics = n.diagnostics, pending = true
from unnest(@profile, @message, @result, @at, @diagnostics) as n (profile, message, result, at, diagnostics)
where m.profile_id = n.profile and m.message_id = n.message and m.result is null
returning m.profile_id, m.message_id, m.delivery_id
