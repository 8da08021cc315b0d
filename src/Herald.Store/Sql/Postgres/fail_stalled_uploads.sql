-- 192360001 in progress, 192360004 failed: the process that read the file is gone.
update consent_upload set progress = 192360004, error_message = @error, modified_at = @now, version = version + 1
where progress = 192360001 and modified_at < @before
