select id from conversation where number = @number and state = 0 order by created_at desc, id desc limit 1
