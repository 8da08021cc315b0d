insert into instance (id, silo_address, started_at) values (@id, @address, @now)
on conflict (id) do update set silo_address = excluded.silo_address
