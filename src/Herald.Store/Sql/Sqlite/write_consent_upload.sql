insert into consent_upload (id, name, progress, total_lines_processed, consents_written, failures, error_message, created_by, modified_by, owner_id, created_at, modified_at)
values (@id, @name, @progress, @lines, @written, @failures, @error, @by, @by, @by, @now, @now)
on conflict (id) do update set progress = excluded.progress, total_lines_processed = excluded.total_lines_processed,
    consents_written = excluded.consents_written, failures = excluded.failures, error_message = excluded.error_message,
    modified_at = excluded.modified_at, version = consent_upload.version + 1
