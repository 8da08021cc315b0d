update delivery set contact_id = @id where task_id = @task and contact_index = @contact and contact_id is null
