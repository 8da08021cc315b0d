select n.planner_configurationid, n.id, p.phonenumber
from callerid_number n join phone_number p on p.id = n.callerid_phone_numberid
where n.state = 0 and p.state = 0 and n.planner_configurationid is not null and p.phonenumber is not null
order by n.created_at, n.id
