-- Never run: SQLite answers a commit in the same call.
update writer_mark set batch = @batch where chain = @chain
