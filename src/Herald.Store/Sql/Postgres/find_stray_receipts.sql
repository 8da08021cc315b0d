-- Kept as too early while another process wrote their message: neither transaction saw the other. Offset 0: one look into the index for
-- each of the few young ones, whatever the statistics say of message_id.
select k.profile_id, k.message_id from kept_receipt k
cross join lateral (select 1 from message_id m where m.profile_id = k.profile_id and m.message_id = k.message_id offset 0) as m
where k.received_at >= @since order by k.received_at limit @max
