insert into row_version (table_name, row_id, at, deleted, body)
select 'consent', id, @now, 0, json_object('id', lower(substr(hex(id),1,8)||'-'||substr(hex(id),9,4)||'-'||substr(hex(id),13,4)||'-'||substr(hex(id),17,4)||'-'||substr(hex(id),21)), 'contactpointvalue', contactpointvalue, 'contactpointtype', contactpointtype,
    'contactpointconsenttype', contactpointconsenttype, 'value', value, 'source', source, 'purposeid', case when purposeid is not null then lower(substr(hex(purposeid),1,8)||'-'||substr(hex(purposeid),9,4)||'-'||substr(hex(purposeid),13,4)||'-'||substr(hex(purposeid),17,4)||'-'||substr(hex(purposeid),21)) end,
    'created_at', created_at, 'modified_at', modified_at, 'version', version, 'state', state, 'status', status)
from consent where id = @id
