select state from delivery where id = @delivery
