insert into delivery_batch (id, batch_id, proactive_engagement_config, progress, deliveries_created, delivery_creation_failures, file_format_errors,
    total_lines_processed, last_processed_line_index, error_message, created_at, modified_at)
values (@id, @name, @engagement, @progress, @created, @failures, @unreadable, @lines, @lines, @error, @now, @moved)
on conflict (id) do update set progress = excluded.progress, deliveries_created = excluded.deliveries_created,
    delivery_creation_failures = excluded.delivery_creation_failures, file_format_errors = excluded.file_format_errors,
    total_lines_processed = excluded.total_lines_processed, last_processed_line_index = excluded.last_processed_line_index,
    error_message = excluded.error_message, modified_at = excluded.modified_at, version = delivery_batch.version + 1
