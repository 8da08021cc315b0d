select calendarid, starttime, duration, pattern, extentcode, effectiveintervalstart, effectiveintervalend from calendar_rule where calendarid is not null order by rank
