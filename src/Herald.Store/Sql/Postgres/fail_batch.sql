-- 192360001 in progress, 192360004 failed.
update delivery_batch set progress = 192360004, deliveries_created = 0, error_message = coalesce(error_message, 'It was not received or written to its end; nothing of it was kept.'),
    version = version + 1
where id = @id and progress = 192360001
