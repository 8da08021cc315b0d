update message_part set claimed_until = @until
where account_id = @account and from_address = @from and to_address = @to and wide = @wide and reference = @reference and total = @total
    and handled_at is null and (claimed_until is null or claimed_until <= @now)
returning account_id, from_address, to_address, wide, reference, total, number, data_coding, content, received_at
