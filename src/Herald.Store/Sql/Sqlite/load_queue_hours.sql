select q.id, h.enablealldays, h.starttimestring, h.endtimestring, h.timezone, h.calendarid
from queue q join operating_hour h on h.id = q.operatinghourid
where q.state = 0 and h.state = 0
