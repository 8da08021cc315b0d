-- A cluster needs a database that several processes share: PostgreSQL. Here the number is taken and nothing else.
select 1;
