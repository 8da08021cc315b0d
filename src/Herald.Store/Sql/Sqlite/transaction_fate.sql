-- Never asked.
select 'aborted' where @mark = 0
