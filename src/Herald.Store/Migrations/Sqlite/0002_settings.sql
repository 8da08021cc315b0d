-- What administrators, agents and the engine keep beside the deliveries. Names carry no product prefix; the table
-- definitions map them. Ids are 16-byte big-endian blobs, instants Unix milliseconds, dates text yyyy-MM-dd.

create table "calendar_rule" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "description" text collate nocase,
    "calendarid" blob,
    "duration" integer,
    "starttime" text collate nocase,
    "pattern" text collate nocase,
    "extentcode" integer,
    "timezonecode" integer,
    "rank" integer,
    "subcode" integer,
    "effectiveintervalstart" integer,
    "effectiveintervalend" integer,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1
);
create index "calendar_rule_calendarid" on "calendar_rule" ("calendarid");

create table "calendar" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "description" text collate nocase,
    "type" integer,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1
);

create table "callback_profile" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "callback_type" integer default 192350000,
    "bot_user" blob,
    "callback_bot_user" blob,
    "callback_number_behavior" integer default 192350000,
    "callback_phone_number" blob,
    "ask_for_alternate_number" integer default 0,
    "alternate_phone_number_terminating_key" text collate nocase,
    "call_outside_queue_hours" integer default 0,
    "callback_offering_windows" text collate nocase,
    "number_of_retries" integer,
    "delay_between_retries" integer,
    "delay_between_retries_unit" integer default 192350000,
    "reattempt_rules" text collate nocase,
    "duplicate_prevention_settings" integer default 192350000,
    "duplicate_resolution_action" integer default 192350000,
    "fallback_action" integer default 192350000,
    "fallback_prompt_message" text collate nocase,
    "max_callback_limit" integer,
    "repeat_message_interval_seconds" integer,
    "wait_time_limit_seconds" integer,
    "wait_time_limit_unit" integer default 192350000,
    "wait_time_window_seconds" integer,
    "wait_time_window_unit" integer default 192350000,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "callerid_number" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "callerid_phone_numberid" blob,
    "planner_configurationid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "callerid_number_planner_configurationid" on "callerid_number" ("planner_configurationid");

create table "callerid_rule" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "planner_configurationid" blob,
    "rule_field" integer,
    "rule_condition" integer default 192350000,
    "rule_value" text collate nocase,
    "callerid_phone_numberid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "callerid_rule_planner_configurationid" on "callerid_rule" ("planner_configurationid");

create table "cancellation_policy_link" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "cancellation_policy" blob,
    "proactive_engagement_configid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "cancellation_policy_link_cancellation_policy" on "cancellation_policy_link" ("cancellation_policy");
create index "cancellation_policy_link_proactive_engagement_configid" on "cancellation_policy_link" ("proactive_engagement_configid");

create table "cancellation_policy" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "country_codes" text collate nocase,
    "state_codes" text collate nocase,
    "postal_codes" text collate nocase,
    "end_date" integer,
    "cancellation_comment" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "consent" (
    "id" blob not null primary key,
    "contactpointvalue" text collate nocase,
    "contactpointtype" integer,
    "contactpointconsenttype" integer default 534120000,
    "value" integer default 534120000,
    "source" integer default 534120000,
    "logicalreason" integer default 534119999,
    "reason" text collate nocase,
    "modifiedonbehalf" text collate nocase,
    "purposeid" blob,
    "migrationtimestamp" integer,
    "uionly_value_tracking" integer,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "consent_contactpointvalue_contactpointtype_purposeid_one" on "consent" ("contactpointvalue", "contactpointtype", "purposeid") where "state" = 0;

create table "contact" (
    "id" blob not null primary key,
    "firstname" text collate nocase,
    "middlename" text collate nocase,
    "lastname" text collate nocase,
    "salutation" text collate nocase,
    "jobtitle" text collate nocase,
    "nickname" text collate nocase,
    "emailaddress1" text collate nocase,
    "emailaddress2" text collate nocase,
    "emailaddress3" text collate nocase,
    "mobilephone" text collate nocase,
    "telephone1" text collate nocase,
    "telephone2" text collate nocase,
    "telephone3" text collate nocase,
    "address1_line1" text collate nocase,
    "address1_line2" text collate nocase,
    "address1_line3" text collate nocase,
    "address1_city" text collate nocase,
    "address1_stateorprovince" text collate nocase,
    "address1_postalcode" text collate nocase,
    "address1_country" text collate nocase,
    "address1_telephone1" text collate nocase,
    "preferredcontactmethodcode" integer default 1,
    "donotphone" integer default 0,
    "donotemail" integer default 0,
    "donotbulkemail" integer default 0,
    "donotfax" integer default 0,
    "donotpostalmail" integer default 0,
    "parentcustomerid" blob,
    "externaluseridentifier" text collate nocase,
    "governmentid" text collate nocase,
    "employeeid" text collate nocase,
    "birthdate" text,
    "description" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "contact_emailaddress1" on "contact" ("emailaddress1") where "emailaddress1" is not null;
create index "contact_mobilephone" on "contact" ("mobilephone") where "mobilephone" is not null;
create index "contact_externaluseridentifier" on "contact" ("externaluseridentifier") where "externaluseridentifier" is not null;
create index "contact_parentcustomerid" on "contact" ("parentcustomerid") where "parentcustomerid" is not null;

create table "conversation" (
    "id" blob not null primary key,
    "subject" text collate nocase,
    "title" text collate nocase,
    "customer" blob,
    "statuschangereason" integer,
    "isoutbound" integer default 0,
    "isabandoned" integer default 0,
    "isagentaccepted" integer default 0,
    "isagentsession" integer default 1,
    "channel" text collate nocase,
    "liveworkstreamid" blob,
    "cdsqueueid" blob,
    "activeagentid" blob,
    "conversationfirstwaittimeinseconds" integer,
    "conversationhandletimeinseconds" integer,
    "conversationholdtimeinseconds" integer,
    "conversationtalktimeinseconds" integer,
    "conversationwrapuptimeinseconds" integer,
    "escalationcount" integer,
    "transfercount" integer,
    "conversation_createdon" integer,
    "initiatedon" integer,
    "startedon" integer,
    "closedon" integer,
    "statusupdatedon" integer,
    "activeagentassignedon" integer,
    "firstwaitstartedon" integer,
    "conversation_modifiedon" integer,
    "wrapupinitiatedon" integer,
    "regardingobjectid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "conversation_customer" on "conversation" ("customer") where "customer" is not null;

create table "delivery_batch" (
    "id" blob not null primary key,
    "batch_id" text collate nocase,
    "proactive_engagement_config" blob,
    "progress" integer default 192360000,
    "deliveries_created" integer,
    "delivery_creation_failures" integer,
    "file_format_errors" integer,
    "total_lines_processed" integer,
    "last_processed_line_index" integer,
    "error_code" integer,
    "error_message" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "disposition_category" (
    "id" blob not null primary key,
    "categoryname" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "disposition_code" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "dispositioncodevalue" text collate nocase,
    "dispositioncodecategoryid" blob,
    "appliestoallworkstreams" integer default 0,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "disposition_map" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "dispositioncodevalue" text collate nocase,
    "ocliveworkitemid" blob,
    "ocdispositioncodeid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "disposition_map_ocliveworkitemid" on "disposition_map" ("ocliveworkitemid");

create table "engagement_attribute" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "keyword" text collate nocase,
    "proactive_engagement_config" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "engagement_skill" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "characteristic" blob,
    "proactive_engagement_configuration" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "engagement_status" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "proactive_engagement_config" blob,
    "suspended" integer default 1,
    "suspension_type" integer default 700610001,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "engagement_status_proactive_engagement_config_one" on "engagement_status" ("proactive_engagement_config") where "state" = 0;
create index "engagement_status_proactive_engagement_config" on "engagement_status" ("proactive_engagement_config");

create table "engagement" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "description" text collate nocase,
    "type" integer,
    "dialmode_type" integer,
    "engagement_type" integer,
    "workstream" blob,
    "queue" blob,
    "priority" integer default 3,
    "processing_order" integer default 700610000,
    "retry_priority_mode" integer default 700610000,
    "ignore_queue_hours" integer default 0,
    "max_concurrent_calls" integer,
    "max_calls_per_agent" integer,
    "queue_allotment" integer,
    "reserve_agent_capacity" integer default 0,
    "bot_failure_treatment_type" integer default 192360000,
    "bot_failure_treatment_rate_threshold" integer,
    "throttle_metric" integer,
    "throttle_metric_2" integer,
    "throttle_threshold" integer,
    "throttle_threshold_2" integer,
    "throttle_control_period" integer,
    "throttle_control_period_2" integer,
    "throttle_adjustment_percentage" integer,
    "first_response_timeout_mins" integer,
    "answering_machine_action_type" integer,
    "answering_machine_detection_time_seconds" integer,
    "answering_machine_message" text collate nocase,
    "call_delay_enabled" integer default 0,
    "call_delay_seconds" integer,
    "close_existing_conversations" integer default 1,
    "create_conversation_without_availability_check" integer default 0,
    "max_batch_size_without_availability" integer,
    "customer_wait_threshold" integer,
    "suspend_threshold_percentage" integer,
    "suspend_threshold_lookback" integer,
    "fallback_message_enabled" integer default 1,
    "fallback_message" text collate nocase,
    "enable_whatsapp_outbound_messaging" integer default 0,
    "intentid" text collate nocase,
    "presets" text collate nocase,
    "ring_seconds" integer default 30,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "env_variable_definition" (
    "id" blob not null primary key,
    "schemaname" text collate nocase,
    "displayname" text collate nocase,
    "defaultvalue" text collate nocase,
    "description" text collate nocase,
    "type" integer default 100000000,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "env_variable_definition_schemaname_key" on "env_variable_definition" ("schemaname");

create table "env_variable_value" (
    "id" blob not null primary key,
    "schemaname" text collate nocase,
    "value" text collate nocase,
    "environmentvariabledefinitionid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "env_variable_value_environmentvariabledefinitionid" on "env_variable_value" ("environmentvariabledefinitionid");

create table "global_limits" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "comm_frequency_limit_enabled" integer default 0,
    "comm_max_frequency_per_day" integer,
    "comm_max_frequency_per_week" integer,
    "comm_max_frequency_per_month" integer,
    "comm_max_phone_frequency_per_day" integer,
    "comm_max_phone_frequency_per_week" integer,
    "comm_max_phone_frequency_per_month" integer,
    "comm_max_deliverytask_frequency_per_day" integer,
    "comm_max_deliverytask_frequency_per_week" integer,
    "comm_max_deliverytask_frequency_per_month" integer,
    "comm_quiet_time_setting_mobile" blob,
    "comm_quiet_time_setting_business" blob,
    "comm_quiet_time_setting_home" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "message_template" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "content" text collate nocase,
    "tokens" text collate nocase,
    "type" integer,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "operating_hour" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "enablealldays" integer default 0,
    "starttimestring" text collate nocase,
    "endtimestring" text collate nocase,
    "calendarid" text collate nocase,
    "timezone" text collate nocase,
    "totalworkhours" integer,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "outbound_profile" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "channel" integer,
    "transport" text collate nocase,
    "rate" integer,
    "receipts" integer default 1,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "phone_number" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "phonenumber" text collate nocase,
    "country" text collate nocase,
    "outbound" integer default 1,
    "inbound" integer default 0,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "planner" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "proactive_engagement_config_id" blob,
    "fallback_engagement_config_id" blob,
    "proactive_engagement_message_templateid" blob,
    "integration_type" integer,
    "external_contact_id_column_name" text collate nocase,
    "number_of_retries" integer,
    "delay_between_retries" integer,
    "wait_time_unit" integer,
    "reattempt_rules" text collate nocase,
    "retry_on_disposition_codes" text collate nocase,
    "delay_between_contacts" integer,
    "delay_between_contacts_unit" integer,
    "delay_between_phone_numbers" integer,
    "delay_between_phone_numbers_unit" integer,
    "comm_frequency_limit_enabled" integer default 0,
    "comm_frequency_global_limit_respected" integer default 0,
    "comm_max_frequency_per_day" integer,
    "comm_max_frequency_per_week" integer,
    "comm_max_frequency_per_month" integer,
    "comm_max_phone_frequency_per_day" integer,
    "comm_max_phone_frequency_per_week" integer,
    "comm_max_phone_frequency_per_month" integer,
    "comm_max_deliverytask_frequency_per_day" integer,
    "comm_max_deliverytask_frequency_per_week" integer,
    "comm_max_deliverytask_frequency_per_month" integer,
    "comm_phone_type_priority" text collate nocase,
    "comm_quiet_time_setting_mobile_phone" blob,
    "comm_quiet_time_setting_business_phone" blob,
    "comm_quiet_time_setting_home_phone" blob,
    "comm_time_zone_handling" integer,
    "comm_default_timezone" text collate nocase,
    "comm_timezone_inference_enabled" integer default 0,
    "callerid_policy_type" integer,
    "exclude_declined" integer default 0,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "planner_proactive_engagement_config_id_one" on "planner" ("proactive_engagement_config_id") where "state" = 0;

create table "purpose" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "description" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "queue" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "description" text collate nocase,
    "emailaddress" text collate nocase,
    "queueviewtype" integer default 0,
    "operatinghourid" blob,
    "operatinghoursbasedassignment" integer default 0,
    "isomnichannelqueue" integer default 1,
    "queuetype" integer,
    "priority" integer,
    "assignmentstrategy" integer,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "quiet_time" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "timezonesource" integer default 1,
    "transactionalweeklyhours" text collate nocase,
    "transactionaldates" text collate nocase,
    "commercialweeklyhours" text collate nocase,
    "commercialdates" text collate nocase,
    "advancedquiettimes" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "system_user" (
    "id" blob not null primary key,
    "fullname" text collate nocase,
    "firstname" text collate nocase,
    "lastname" text collate nocase,
    "internalemailaddress" text collate nocase,
    "domainname" text collate nocase,
    "azureactivedirectoryobjectid" blob,
    "applicationid" blob,
    "isdisabled" integer default 0,
    "accessmode" integer default 0,
    "roles" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1
);
create unique index "system_user_azureactivedirectoryobjectid_key" on "system_user" ("azureactivedirectoryobjectid");
create unique index "system_user_applicationid_key" on "system_user" ("applicationid");

create table "timezone_definition" (
    "id" blob not null primary key,
    "timezonecode" integer not null,
    "userinterfacename" text collate nocase not null,
    "standardname" text collate nocase,
    "iana" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1
);
create unique index "timezone_definition_timezonecode_key" on "timezone_definition" ("timezonecode");

create table "workstream" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "streamsource" integer,
    "direction" integer,
    "mode" integer,
    "workdistributionmode" integer,
    "defaultqueue" blob,
    "outboundqueueid" blob,
    "bot_queue" blob,
    "bot_user" blob,
    "notificationtemplate_pre_dial" blob,
    "notificationtemplate_agent_dial" blob,
    "autocloseafterinactivity" integer,
    "phonenumber" text collate nocase,
    "language" text collate nocase,
    "agent" text collate nocase,
    "record" integer default 0,
    "outboundprofileid" blob,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);

-- Every version of a row that decides what may be attempted: the whole row as JSON, by its physical column names.
create table "row_version" (
    "seq" integer primary key autoincrement,
    "table_name" text not null,
    "row_id" blob not null,
    "at" integer not null,
    "by" blob,
    "deleted" integer not null default 0,
    "body" text not null
);
create index "row_version_row" on "row_version" ("table_name", "row_id", "seq");
