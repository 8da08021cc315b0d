-- A live process holds the advisory lock (4711, its chain) on the writer's connection.
select batch_id, closed from held_batch h
where chain <> @chain and not exists (
    select from pg_locks l
    where l.locktype = 'advisory' and l.classid = 4711 and l.objid = h.chain::oid and l.objsubid = 2 and l.granted
        and l.database = (select oid from pg_database where datname = current_database()))
