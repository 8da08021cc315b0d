select pg_xact_status(@mark::text::xid8)
