update log_chain set pruned_number = @last - (@chain << 40), pruned_hash = (select hash from attempt_log where id = @last) where chain = @chain;
delete from attempt_subject where log_id > @chain << 40 and log_id <= @last;
delete from attempt_log where id > @chain << 40 and id <= @last
