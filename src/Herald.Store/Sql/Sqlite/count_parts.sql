select count(*) from message_part
where account_id = @account and from_address = @from and to_address = @to and wide = @wide and reference = @reference and total = @total
    and handled_at is null and (claimed_until is null or claimed_until <= @now)
