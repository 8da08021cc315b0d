insert into delivery_batch (id, batch_id, proactive_engagement_config, progress, deliveries_created, delivery_creation_failures, total_lines_processed, error_message, created_at, modified_at)
values (@id, @name, @engagement, @progress, @created, @failures, @lines, @error, @now, @now)
on conflict (id) do update set progress = excluded.progress, deliveries_created = excluded.deliveries_created,
    delivery_creation_failures = excluded.delivery_creation_failures, total_lines_processed = excluded.total_lines_processed,
    error_message = excluded.error_message, version = delivery_batch.version + 1
