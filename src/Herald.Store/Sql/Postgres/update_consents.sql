-- All active rows of the number and channel, whatever their purpose. What says so already stays: an upload may be repeated at no cost.
update consent c set value = n.value, source = @source, modified_at = @now, version = c.version + 1
from unnest(@number, @type, @value) as n (number, type, value)
where lower(c.contactpointvalue) = n.number and c.contactpointtype = n.type and c.state = 0 and c.value is distinct from n.value
returning c.id
