insert into task (id, intake_no, engagement_id, channel, intake, status, tracking_id, country, state_code, postal_code, queue_id, batch_id, created_at, ended_at)
values (@id, @intake_no, @engagement, @channel, @intake, @status, @tracking, @country, @state_code, @postal_code, @queue, @batch, @created, @ended);
insert into task_body (task_id, body) values (@id, @body)
