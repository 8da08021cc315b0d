-- A statement of its own first: what is read then is younger than the locks. A suspension takes the other side of the first (0005_suspension.sql),
-- its first row included, which nobody could lock; later ones are waited for by their row. A consent takes the other side of the second (0009_rules.sql).
select pg_advisory_xact_lock_shared(4712, hashtext(@engagement::text)) is null or pg_advisory_xact_lock_shared(4713, 0) is null;
select suspended from engagement_status where proactive_engagement_config = @engagement and state = 0 for share
