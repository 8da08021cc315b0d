select id from conversation_message where source_id = @source
