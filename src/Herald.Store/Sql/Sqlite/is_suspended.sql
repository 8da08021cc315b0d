select suspended from engagement_status where proactive_engagement_config = @engagement and state = 0
