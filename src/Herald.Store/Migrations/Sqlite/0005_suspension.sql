-- The one writer orders starts and suspensions. Here the number is taken and nothing else.
select 1;
