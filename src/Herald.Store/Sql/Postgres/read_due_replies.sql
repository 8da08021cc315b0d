select id, engagement_id, result_at from delivery where reply_due_at <= @now order by reply_due_at limit @max
