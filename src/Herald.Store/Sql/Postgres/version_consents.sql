insert into row_version (table_name, row_id, at, deleted, body)
select 'consent', c.id, @now, false, row_to_json(c)::text
from consent c where c.id = any(@id)
