-- A policy acts through its link rows alone.
select p.id, l.proactive_engagement_configid, l.created_at, p.end_date, p.country_codes, p.state_codes, p.postal_codes
from cancellation_policy_link l join cancellation_policy p on p.id = l.cancellation_policy
where l.state = 0 and p.state = 0 and l.proactive_engagement_configid is not null
