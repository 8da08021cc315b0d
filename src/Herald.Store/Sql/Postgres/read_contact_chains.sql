-- Ours first, then those of processes that no longer hold their lock.
select chain, contacts_done from log_chain c
where exists (select from task where intake_no > greatest(c.contacts_done, c.chain::bigint << 40) and intake_no < (c.chain + 1)::bigint << 40)
    and (chain = @chain or not exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.classid = 4711 and l.objid = c.chain::oid and l.objsubid = 2 and l.granted
            and l.database = (select oid from pg_database where datname = current_database())))
order by chain <> @chain, chain
