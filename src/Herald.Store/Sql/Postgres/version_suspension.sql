insert into row_version (table_name, row_id, at, by, deleted, body)
select 'engagement_status', s.id, @now, @by, false, row_to_json(s)::text
from engagement_status s where s.proactive_engagement_config = @engagement and s.state = 0
