-- The message a reply most likely answers; 18 Delivered.
select id, engagement_id, coalesce(case when result = 18 then result_at end, sent_at), contact_id, state = 3
from delivery where to_address = @number and channel = 1 and state >= 3 and sent_at is not null
order by sent_at desc limit 1
