-- Answered in time: in conversation (192350003, active). Anything else comes in: awaits an agent (192350001, open). 192340000 SMS.
insert into conversation (id, subject, title, customer, isoutbound, channel, liveworkstreamid, cdsqueueid, statuschangereason, conversation_createdon, initiatedon, startedon, statusupdatedon,
    conversation_modifiedon, created_at, modified_at, state, status, delivery_id, late, number)
values (@id, @title, @title, (select id from contact where id = @contact), @outbound, '192340000', @workstream, @queue, case when @outbound then 192350003 else 192350001 end, @at, @at, @at, @at,
    @at, @at, @at, 0, case when @outbound then 2 else 1 end, @delivery, @late, @number)
