select id from owed_answer where claimed_by is null and try_at <= @now and owed_until > @now limit 1
