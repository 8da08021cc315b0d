-- Whoever claims one sends it; nobody sends it after that on a guess.
update owed_answer set claimed_by = @owner
where id in (select id from owed_answer where claimed_by is null and try_at <= @now and owed_until > @now order by try_at limit @max)
returning id, transport, from_address, to_address, text
