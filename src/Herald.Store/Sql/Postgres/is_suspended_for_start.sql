-- A statement of its own first: what is read then is younger than the lock. A suspension takes the other side of it (0005_suspension.sql),
-- its first row included, which nobody could lock; later ones are waited for by their row.
select pg_advisory_xact_lock_shared(4712, hashtext(@engagement::text)) is null;
select suspended from engagement_status where proactive_engagement_config = @engagement and state = 0 for share
