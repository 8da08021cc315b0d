-- Kept as too early while another process wrote their message: neither transaction saw the other.
select k.profile_id, k.message_id from kept_receipt k
join message_id m on m.profile_id = k.profile_id and m.message_id = k.message_id
where k.received_at >= @since order by k.received_at limit @max
