-- Whole ones whose keeper died, and those whose rest does not come.
select account_id, from_address, to_address, wide, reference, total from message_part
where handled_at is null and (claimed_until is null or claimed_until <= @now)
group by account_id, from_address, to_address, wide, reference, total
having min(received_at) <= @old or (count(*) = total and min(received_at) <= @whole)
limit @max
