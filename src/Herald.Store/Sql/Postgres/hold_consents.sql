-- Two processes must not both find a number without a row; starts under way end first (0009_rules.sql).
select pg_advisory_xact_lock(4713, 0) is null
