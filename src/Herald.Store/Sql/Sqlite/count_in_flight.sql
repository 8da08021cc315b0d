select count(*) from delivery where engagement_id = @engagement and state = 2
