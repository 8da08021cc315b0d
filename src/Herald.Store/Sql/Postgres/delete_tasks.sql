delete from delivery_attribute where delivery_id in (select id from delivery where task_id = any(@task));
delete from delivery where task_id = any(@task);
delete from task_body where task_id = any(@task);
delete from task where id = any(@task)
