-- Rules have no rank of their own: the older one is asked first.
select r.planner_configurationid, r.rule_field, r.rule_condition, r.rule_value, r.callerid_phone_numberid
from callerid_rule r
where r.state = 0 and r.planner_configurationid is not null and r.rule_field is not null and r.rule_value is not null and r.callerid_phone_numberid is not null
order by r.created_at, r.id
