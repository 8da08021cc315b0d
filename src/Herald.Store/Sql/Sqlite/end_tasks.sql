-- A task cancelled while its last attempt ran ends Cancelled, whatever that attempt asked for.
update task set status = case when cancel_reason is null then @status else 4 end, ended_at = @now,
    customer_reached = @reached, fallback_attempted = @fallback
where id = @task and status = 0
