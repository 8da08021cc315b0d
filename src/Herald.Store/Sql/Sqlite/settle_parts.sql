update message_part set handled_at = @now
where account_id = @account and from_address = @from and to_address = @to and wide = @wide and reference = @reference and total = @total and handled_at is null
