select chain from log_chain order by chain
