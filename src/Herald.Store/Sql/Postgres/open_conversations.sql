-- Open, active, in conversation (192350003); channel 192340000 SMS, 192370000 voice call.
insert into conversation (id, subject, title, customer, isoutbound, channel, liveworkstreamid, cdsqueueid, statuschangereason, conversation_createdon, initiatedon, startedon, statusupdatedon,
    conversation_modifiedon, created_at, modified_at, state, status)
select n.conversation, n.title, n.title, c.id, true, case d.channel when 1 then '192340000' else '192370000' end,
    n.workstream, n.queue, 192350003, n.at, coalesce(d.started_at, n.at), n.at, n.at, n.at, n.at, n.at, 0, 2
from unnest(@conversation, @title, @contact, @workstream, @queue, @delivery, @at) as n (conversation, title, contact, workstream, queue, delivery, at)
join delivery d on d.id = n.delivery
left join contact c on c.id = n.contact
on conflict (id) do nothing
