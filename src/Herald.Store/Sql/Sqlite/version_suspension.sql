insert into row_version (table_name, row_id, at, by, deleted, body)
select 'engagement_status', id, @now, @by, 0, json_object('id', lower(substr(hex(id),1,8)||'-'||substr(hex(id),9,4)||'-'||substr(hex(id),13,4)||'-'||substr(hex(id),17,4)||'-'||substr(hex(id),21)), 'name', name,
    'proactive_engagement_config', lower(substr(hex(proactive_engagement_config),1,8)||'-'||substr(hex(proactive_engagement_config),9,4)||'-'||substr(hex(proactive_engagement_config),13,4)||'-'||substr(hex(proactive_engagement_config),17,4)||'-'||substr(hex(proactive_engagement_config),21)), 'suspended', json(case suspended when 1 then 'true' else 'false' end),
    'suspension_type', suspension_type, 'created_at', created_at, 'modified_at', modified_at, 'version', version, 'state', state, 'status', status)
from engagement_status where proactive_engagement_config = @engagement and state = 0
