-- Never run: SQLite answers a commit in the same call.
select batch from writer_mark where chain = @chain
