select id, transactionalweeklyhours, transactionaldates from quiet_time where state = 0
