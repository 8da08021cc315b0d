select id, silo_address from instance
