insert into owed_answer (id, transport, from_address, to_address, text, try_at, owed_until)
values (@id, @transport, @from, @to, @text, @try_at, @until)
