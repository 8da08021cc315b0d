select next_check_at from delivery where engagement_id = @engagement and state < 2 order by next_check_at limit 1
