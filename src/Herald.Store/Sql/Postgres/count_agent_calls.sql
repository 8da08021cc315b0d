-- The newest answered calls since the engagement was last resumed or changed, and how many of them ended BotFailed (6).
select count(*), coalesce(sum(case when result = 6 then 1 else 0 end), 0) from (
    select result from delivery
    where engagement_id = @engagement and channel = 0 and connected_at is not null and result_at is not null
        and result_at > coalesce((select modified_at from engagement where id = @engagement), 0)
        and result_at > coalesce((select modified_at from engagement_status where proactive_engagement_config = @engagement and state = 0), 0)
    order by result_at desc limit @newest
) as calls
