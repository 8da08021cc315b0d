select id from delivery where task_id = @task and state < 2
