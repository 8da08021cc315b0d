-- Of a person's number, whichever engagement called it. 1 live answer, 2 and 3 answering machine.
select @index, abandoned, machine from (
    select max(case when d.result = 1 and d.wait_exceeded then d.ended_at end) as abandoned, max(case when d.result in (2, 3) then d.ended_at end) as machine
    from attempt_log l join delivery d on d.id = l.delivery_id
    where l.number = @value and l.counts and l.at >= @since
) where abandoned is not null or machine is not null
