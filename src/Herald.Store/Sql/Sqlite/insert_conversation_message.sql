insert into conversation_message (id, conversation_id, from_address, to_address, text, source_id, created_at)
values (@id, @conversation, @from, @to, @text, @source, @at)
on conflict do nothing
