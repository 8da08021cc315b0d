-- Shared with other starts; a suspension under way is waited for.
select suspended from engagement_status where proactive_engagement_config = @engagement and state = 0 for share
