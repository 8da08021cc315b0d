delete from kept_receipt k using unnest(@profile, @message) as n (profile, message)
where k.profile_id = n.profile and k.message_id = n.message
returning k.profile_id, k.message_id, k.result, k.received_at, k.diagnostics
