-- Against a cancellation under way: what follows an attempt is written either before it looks or not at all.
with locked as materialized (select id, cancel_reason from task where id = any(@task) order by id for share)
select id from locked where cancel_reason is not null
