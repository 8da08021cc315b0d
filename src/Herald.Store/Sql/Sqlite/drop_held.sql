delete from task_body where task_id in (select task_id from held_delivery where batch_id = @batch order by id limit @max);
delete from task where id in (select task_id from held_delivery where batch_id = @batch order by id limit @max);
delete from held_delivery where batch_id = @batch and id in (select id from held_delivery where batch_id = @batch order by id limit @max)
