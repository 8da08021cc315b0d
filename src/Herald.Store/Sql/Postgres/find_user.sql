select id, roles, isdisabled from system_user where azureactivedirectoryobjectid = @oid or applicationid = @app
