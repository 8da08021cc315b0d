insert into log_chain (opened_at) values (@now) returning chain
