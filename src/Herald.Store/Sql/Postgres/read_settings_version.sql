select version from settings_version where id = 1
