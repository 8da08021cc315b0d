-- By array, not by join: without statistics of the expression the planner would hash the whole table for every step.
select lower(contactpointvalue), id, contactpointtype, value from consent where lower(contactpointvalue) = any(@number) and state = 0
