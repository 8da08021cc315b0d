-- Waits for the transaction in doubt, which holds this row: what is read then is final. (pg_xact_status is not: a crash may give the number to another.)
select batch from writer_mark where chain = @chain for update
