-- 192360001 in progress, 192360004 failed: the process that read the file is gone. A batch that is held is settled when a process starts.
update consent_upload set progress = 192360004, error_message = @error, modified_at = @now, version = version + 1
where progress = 192360001 and modified_at < @before;
update delivery_batch set progress = 192360004, deliveries_created = 0, error_message = 'The server stopped before the end of the file; nothing of it was kept.', modified_at = @now, version = version + 1
where progress = 192360001 and modified_at < @before and id not in (select batch_id from held_batch)
