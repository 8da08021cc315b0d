-- The same answer again changes nothing: its receipt may be there.
insert into message_id (profile_id, message_id, delivery_id, created_at)
values (@profile, @message, @delivery, @at)
on conflict (profile_id, message_id) do update set delivery_id = excluded.delivery_id, created_at = excluded.created_at,
    result = null, received_at = null, diagnostics = null, pending = 0
where message_id.delivery_id <> excluded.delivery_id
returning message_id
