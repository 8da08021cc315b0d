-- Estimates of the last vacuum or analyze: a count of ten million rows is no gauge.
select greatest(ready, 0)::bigint, greatest(open - ready, 0)::bigint
from (select
    (select reltuples from pg_class where oid = 'delivery_ready'::regclass) as ready,
    (select reltuples from pg_class where oid = 'delivery_staging'::regclass) as open) as estimates
