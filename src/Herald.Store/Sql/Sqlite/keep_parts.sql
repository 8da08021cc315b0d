-- A part of a message that was put together lately is the carrier's repetition, unless its content differs: phones use their references again.
insert into message_part (account_id, from_address, to_address, wide, reference, total, number, data_coding, content, received_at)
values (@account, @from, @to, @wide, @reference, @total, @number, @coding, @content, @at)
on conflict (account_id, from_address, to_address, wide, reference, total, number) do update set data_coding = excluded.data_coding, content = excluded.content,
    received_at = excluded.received_at, claimed_until = null, handled_at = null
where message_part.handled_at is null or message_part.content <> excluded.content
