-- One active row; of several the newest.
select comm_frequency_limit_enabled,
    comm_max_frequency_per_day, comm_max_frequency_per_week, comm_max_frequency_per_month,
    comm_max_phone_frequency_per_day, comm_max_phone_frequency_per_week, comm_max_phone_frequency_per_month,
    comm_max_deliverytask_frequency_per_day, comm_max_deliverytask_frequency_per_week, comm_max_deliverytask_frequency_per_month,
    comm_quiet_time_setting_mobile, comm_quiet_time_setting_business, comm_quiet_time_setting_home
from global_limits where state = 0 order by created_at desc limit 1
