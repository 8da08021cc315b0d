delete from conversation_message where conversation_id in (select c.id from conversation c join delivery d on d.id = c.delivery_id where d.task_id = @task);
delete from delivery_attribute where delivery_id in (select id from delivery where task_id = @task);
delete from delivery where task_id = @task;
delete from task_body where task_id = @task;
delete from task where id = @task
