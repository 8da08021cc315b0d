select id, content from message_template where state = 0 and content is not null
