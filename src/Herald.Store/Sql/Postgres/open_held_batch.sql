insert into held_batch (batch_id, chain, closed) values (@batch, @chain, false) on conflict (batch_id) do nothing
