select (select count(*) from delivery where state = 1), (select count(*) from delivery where state < 2) - (select count(*) from delivery where state = 1)
