-- The key that is there and not expired stays; only new keys come back.
insert into repeatable_request (key, body_hash, answer, created_at) values (@key, @body_hash, @answer, @at)
on conflict (key) do update set body_hash = excluded.body_hash, answer = excluded.answer, created_at = excluded.created_at
where repeatable_request.created_at <= @since
returning key
