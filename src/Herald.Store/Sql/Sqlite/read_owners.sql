select distinct owner from delivery where state = 2
