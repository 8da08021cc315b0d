update held_batch set closed = true where batch_id = @batch
