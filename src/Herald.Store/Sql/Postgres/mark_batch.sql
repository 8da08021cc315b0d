update writer_mark set batch = @batch where chain = @chain
