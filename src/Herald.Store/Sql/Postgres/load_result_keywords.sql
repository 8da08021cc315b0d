select proactive_engagement_config, keyword from engagement_attribute
where state = 0 and proactive_engagement_config is not null and keyword is not null order by keyword
