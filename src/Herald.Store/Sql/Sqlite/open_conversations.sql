-- Open, active, in conversation (192350003); channel 192340000 SMS, 192370000 voice call.
insert into conversation (id, subject, title, customer, isoutbound, channel, liveworkstreamid, cdsqueueid, statuschangereason, conversation_createdon, initiatedon, startedon, statusupdatedon,
    conversation_modifiedon, created_at, modified_at, state, status)
select @conversation, @title, @title, (select id from contact where id = @contact), 1, case d.channel when 1 then '192340000' else '192370000' end,
    @workstream, @queue, 192350003, @at, coalesce(d.started_at, @at), @at, @at, @at, @at, @at, 0, 2
from delivery d where d.id = @delivery
on conflict (id) do nothing
