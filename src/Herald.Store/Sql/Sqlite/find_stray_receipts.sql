-- Kept as too early while their message was written by another process: not here, where one process has one writer.
select k.profile_id, k.message_id from kept_receipt k indexed by kept_receipt_by_age
cross join message_id m on m.profile_id = k.profile_id and m.message_id = k.message_id
where k.received_at >= @since order by k.received_at limit @max
