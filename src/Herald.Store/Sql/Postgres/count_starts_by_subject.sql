-- A statement of its own after the locks: in READ COMMITTED its snapshot is younger than they are.
select k.index, (select count(*) from (select 1 from attempt_subject where subject_key = k.value and at >= k.since limit k.cap) as starts)
from unnest(@index, @value, @since, @cap) as k (index, value, since, cap)
