-- What administrators, agents and the engine keep beside the deliveries. Names carry no product prefix; the table
-- definitions map them. Ids are uuid, instants Unix milliseconds, dates text yyyy-MM-dd.

create table "calendar_rule" (
    "id" uuid primary key,
    "name" text,
    "description" text,
    "calendarid" uuid,
    "duration" integer,
    "starttime" text,
    "pattern" text,
    "extentcode" integer,
    "timezonecode" integer,
    "rank" integer,
    "subcode" integer,
    "effectiveintervalstart" bigint,
    "effectiveintervalend" bigint,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1
);
create index "calendar_rule_calendarid" on "calendar_rule" ("calendarid");

create table "calendar" (
    "id" uuid primary key,
    "name" text,
    "description" text,
    "type" integer,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1
);

create table "callback_profile" (
    "id" uuid primary key,
    "name" text,
    "callback_type" integer default 192350000,
    "bot_user" uuid,
    "callback_bot_user" uuid,
    "callback_number_behavior" integer default 192350000,
    "callback_phone_number" uuid,
    "ask_for_alternate_number" boolean default false,
    "alternate_phone_number_terminating_key" text,
    "call_outside_queue_hours" boolean default false,
    "callback_offering_windows" text,
    "number_of_retries" integer,
    "delay_between_retries" integer,
    "delay_between_retries_unit" integer default 192350000,
    "reattempt_rules" text,
    "duplicate_prevention_settings" integer default 192350000,
    "duplicate_resolution_action" integer default 192350000,
    "fallback_action" integer default 192350000,
    "fallback_prompt_message" text,
    "max_callback_limit" integer,
    "repeat_message_interval_seconds" integer,
    "wait_time_limit_seconds" integer,
    "wait_time_limit_unit" integer default 192350000,
    "wait_time_window_seconds" integer,
    "wait_time_window_unit" integer default 192350000,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "callerid_number" (
    "id" uuid primary key,
    "name" text,
    "callerid_phone_numberid" uuid,
    "planner_configurationid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "callerid_number_planner_configurationid" on "callerid_number" ("planner_configurationid");

create table "callerid_rule" (
    "id" uuid primary key,
    "name" text,
    "planner_configurationid" uuid,
    "rule_field" integer,
    "rule_condition" integer default 192350000,
    "rule_value" text,
    "callerid_phone_numberid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "callerid_rule_planner_configurationid" on "callerid_rule" ("planner_configurationid");

create table "cancellation_policy_link" (
    "id" uuid primary key,
    "name" text,
    "cancellation_policy" uuid,
    "proactive_engagement_configid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "cancellation_policy_link_cancellation_policy" on "cancellation_policy_link" ("cancellation_policy");
create index "cancellation_policy_link_proactive_engagement_configid" on "cancellation_policy_link" ("proactive_engagement_configid");

create table "cancellation_policy" (
    "id" uuid primary key,
    "name" text,
    "country_codes" text,
    "state_codes" text,
    "postal_codes" text,
    "end_date" bigint,
    "cancellation_comment" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "consent" (
    "id" uuid primary key,
    "contactpointvalue" text,
    "contactpointtype" integer,
    "contactpointconsenttype" integer default 534120000,
    "value" integer default 534120000,
    "source" integer default 534120000,
    "logicalreason" integer default 534119999,
    "reason" text,
    "modifiedonbehalf" text,
    "purposeid" uuid,
    "migrationtimestamp" bigint,
    "uionly_value_tracking" integer,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "consent_contactpointvalue_contactpointtype_purposeid_one" on "consent" (lower("contactpointvalue"), "contactpointtype", "purposeid") where "state" = 0;

create table "contact" (
    "id" uuid primary key,
    "firstname" text,
    "middlename" text,
    "lastname" text,
    "salutation" text,
    "jobtitle" text,
    "nickname" text,
    "emailaddress1" text,
    "emailaddress2" text,
    "emailaddress3" text,
    "mobilephone" text,
    "telephone1" text,
    "telephone2" text,
    "telephone3" text,
    "address1_line1" text,
    "address1_line2" text,
    "address1_line3" text,
    "address1_city" text,
    "address1_stateorprovince" text,
    "address1_postalcode" text,
    "address1_country" text,
    "address1_telephone1" text,
    "preferredcontactmethodcode" integer default 1,
    "donotphone" boolean default false,
    "donotemail" boolean default false,
    "donotbulkemail" boolean default false,
    "donotfax" boolean default false,
    "donotpostalmail" boolean default false,
    "parentcustomerid" uuid,
    "externaluseridentifier" text,
    "governmentid" text,
    "employeeid" text,
    "birthdate" text,
    "description" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "contact_emailaddress1" on "contact" (lower("emailaddress1")) where "emailaddress1" is not null;
create index "contact_mobilephone" on "contact" (lower("mobilephone")) where "mobilephone" is not null;
create index "contact_externaluseridentifier" on "contact" (lower("externaluseridentifier")) where "externaluseridentifier" is not null;
create index "contact_parentcustomerid" on "contact" ("parentcustomerid") where "parentcustomerid" is not null;

create table "conversation" (
    "id" uuid primary key,
    "subject" text,
    "title" text,
    "customer" uuid,
    "statuschangereason" integer,
    "isoutbound" boolean default false,
    "isabandoned" boolean default false,
    "isagentaccepted" boolean default false,
    "isagentsession" boolean default true,
    "channel" text,
    "liveworkstreamid" uuid,
    "cdsqueueid" uuid,
    "activeagentid" uuid,
    "conversationfirstwaittimeinseconds" integer,
    "conversationhandletimeinseconds" integer,
    "conversationholdtimeinseconds" integer,
    "conversationtalktimeinseconds" integer,
    "conversationwrapuptimeinseconds" integer,
    "escalationcount" integer,
    "transfercount" integer,
    "conversation_createdon" bigint,
    "initiatedon" bigint,
    "startedon" bigint,
    "closedon" bigint,
    "statusupdatedon" bigint,
    "activeagentassignedon" bigint,
    "firstwaitstartedon" bigint,
    "conversation_modifiedon" bigint,
    "wrapupinitiatedon" bigint,
    "regardingobjectid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "conversation_customer" on "conversation" ("customer") where "customer" is not null;

create table "delivery_batch" (
    "id" uuid primary key,
    "batch_id" text,
    "proactive_engagement_config" uuid,
    "progress" integer default 192360000,
    "deliveries_created" integer,
    "delivery_creation_failures" integer,
    "file_format_errors" integer,
    "total_lines_processed" integer,
    "last_processed_line_index" integer,
    "error_code" integer,
    "error_message" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "disposition_category" (
    "id" uuid primary key,
    "categoryname" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "disposition_code" (
    "id" uuid primary key,
    "name" text,
    "dispositioncodevalue" text,
    "dispositioncodecategoryid" uuid,
    "appliestoallworkstreams" boolean default false,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "disposition_map" (
    "id" uuid primary key,
    "name" text,
    "dispositioncodevalue" text,
    "ocliveworkitemid" uuid,
    "ocdispositioncodeid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "disposition_map_ocliveworkitemid" on "disposition_map" ("ocliveworkitemid");

create table "engagement_attribute" (
    "id" uuid primary key,
    "name" text,
    "keyword" text,
    "proactive_engagement_config" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "engagement_skill" (
    "id" uuid primary key,
    "name" text,
    "characteristic" uuid,
    "proactive_engagement_configuration" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "engagement_status" (
    "id" uuid primary key,
    "name" text,
    "proactive_engagement_config" uuid,
    "suspended" boolean default true,
    "suspension_type" integer default 700610001,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "engagement_status_proactive_engagement_config_one" on "engagement_status" ("proactive_engagement_config") where "state" = 0;
create index "engagement_status_proactive_engagement_config" on "engagement_status" ("proactive_engagement_config");

create table "engagement" (
    "id" uuid primary key,
    "name" text,
    "description" text,
    "type" integer,
    "dialmode_type" integer,
    "engagement_type" integer,
    "workstream" uuid,
    "queue" uuid,
    "priority" integer default 3,
    "processing_order" integer default 700610000,
    "retry_priority_mode" integer default 700610000,
    "ignore_queue_hours" boolean default false,
    "max_concurrent_calls" integer,
    "max_calls_per_agent" integer,
    "queue_allotment" integer,
    "reserve_agent_capacity" boolean default false,
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
    "answering_machine_message" text,
    "call_delay_enabled" boolean default false,
    "call_delay_seconds" integer,
    "close_existing_conversations" boolean default true,
    "create_conversation_without_availability_check" boolean default false,
    "max_batch_size_without_availability" integer,
    "customer_wait_threshold" integer,
    "suspend_threshold_percentage" integer,
    "suspend_threshold_lookback" integer,
    "fallback_message_enabled" boolean default true,
    "fallback_message" text,
    "enable_whatsapp_outbound_messaging" boolean default false,
    "intentid" text,
    "presets" text,
    "ring_seconds" integer default 30,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "env_variable_definition" (
    "id" uuid primary key,
    "schemaname" text,
    "displayname" text,
    "defaultvalue" text,
    "description" text,
    "type" integer default 100000000,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "env_variable_definition_schemaname_key" on "env_variable_definition" (lower("schemaname"));

create table "env_variable_value" (
    "id" uuid primary key,
    "schemaname" text,
    "value" text,
    "environmentvariabledefinitionid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create index "env_variable_value_environmentvariabledefinitionid" on "env_variable_value" ("environmentvariabledefinitionid");

create table "global_limits" (
    "id" uuid primary key,
    "name" text,
    "comm_frequency_limit_enabled" boolean default false,
    "comm_max_frequency_per_day" integer,
    "comm_max_frequency_per_week" integer,
    "comm_max_frequency_per_month" integer,
    "comm_max_phone_frequency_per_day" integer,
    "comm_max_phone_frequency_per_week" integer,
    "comm_max_phone_frequency_per_month" integer,
    "comm_max_deliverytask_frequency_per_day" integer,
    "comm_max_deliverytask_frequency_per_week" integer,
    "comm_max_deliverytask_frequency_per_month" integer,
    "comm_quiet_time_setting_mobile" uuid,
    "comm_quiet_time_setting_business" uuid,
    "comm_quiet_time_setting_home" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "message_template" (
    "id" uuid primary key,
    "name" text,
    "content" text,
    "tokens" text,
    "type" integer,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "operating_hour" (
    "id" uuid primary key,
    "name" text,
    "enablealldays" boolean default false,
    "starttimestring" text,
    "endtimestring" text,
    "calendarid" text,
    "timezone" text,
    "totalworkhours" integer,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "outbound_profile" (
    "id" uuid primary key,
    "name" text,
    "channel" integer,
    "transport" text,
    "rate" integer,
    "receipts" boolean default true,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "phone_number" (
    "id" uuid primary key,
    "name" text,
    "phonenumber" text,
    "country" text,
    "outbound" boolean default true,
    "inbound" boolean default false,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "planner" (
    "id" uuid primary key,
    "name" text,
    "proactive_engagement_config_id" uuid,
    "fallback_engagement_config_id" uuid,
    "proactive_engagement_message_templateid" uuid,
    "integration_type" integer,
    "external_contact_id_column_name" text,
    "number_of_retries" integer,
    "delay_between_retries" integer,
    "wait_time_unit" integer,
    "reattempt_rules" text,
    "retry_on_disposition_codes" text,
    "delay_between_contacts" integer,
    "delay_between_contacts_unit" integer,
    "delay_between_phone_numbers" integer,
    "delay_between_phone_numbers_unit" integer,
    "comm_frequency_limit_enabled" boolean default false,
    "comm_frequency_global_limit_respected" boolean default false,
    "comm_max_frequency_per_day" integer,
    "comm_max_frequency_per_week" integer,
    "comm_max_frequency_per_month" integer,
    "comm_max_phone_frequency_per_day" integer,
    "comm_max_phone_frequency_per_week" integer,
    "comm_max_phone_frequency_per_month" integer,
    "comm_max_deliverytask_frequency_per_day" integer,
    "comm_max_deliverytask_frequency_per_week" integer,
    "comm_max_deliverytask_frequency_per_month" integer,
    "comm_phone_type_priority" text,
    "comm_quiet_time_setting_mobile_phone" uuid,
    "comm_quiet_time_setting_business_phone" uuid,
    "comm_quiet_time_setting_home_phone" uuid,
    "comm_time_zone_handling" integer,
    "comm_default_timezone" text,
    "comm_timezone_inference_enabled" boolean default false,
    "callerid_policy_type" integer,
    "exclude_declined" boolean default false,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
create unique index "planner_proactive_engagement_config_id_one" on "planner" ("proactive_engagement_config_id") where "state" = 0;

create table "purpose" (
    "id" uuid primary key,
    "name" text,
    "description" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "queue" (
    "id" uuid primary key,
    "name" text,
    "description" text,
    "emailaddress" text,
    "queueviewtype" integer default 0,
    "operatinghourid" uuid,
    "operatinghoursbasedassignment" boolean default false,
    "isomnichannelqueue" boolean default true,
    "queuetype" integer,
    "priority" integer,
    "assignmentstrategy" integer,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "quiet_time" (
    "id" uuid primary key,
    "name" text,
    "timezonesource" integer default 1,
    "transactionalweeklyhours" text,
    "transactionaldates" text,
    "commercialweeklyhours" text,
    "commercialdates" text,
    "advancedquiettimes" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

create table "system_user" (
    "id" uuid primary key,
    "fullname" text,
    "firstname" text,
    "lastname" text,
    "internalemailaddress" text,
    "domainname" text,
    "azureactivedirectoryobjectid" uuid,
    "applicationid" uuid,
    "isdisabled" boolean default false,
    "accessmode" integer default 0,
    "roles" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1
);
create unique index "system_user_azureactivedirectoryobjectid_key" on "system_user" ("azureactivedirectoryobjectid");
create unique index "system_user_applicationid_key" on "system_user" ("applicationid");

create table "timezone_definition" (
    "id" uuid primary key,
    "timezonecode" integer not null,
    "userinterfacename" text not null,
    "standardname" text,
    "iana" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1
);
create unique index "timezone_definition_timezonecode_key" on "timezone_definition" ("timezonecode");

create table "workstream" (
    "id" uuid primary key,
    "name" text,
    "streamsource" integer,
    "direction" integer,
    "mode" integer,
    "workdistributionmode" integer,
    "defaultqueue" uuid,
    "outboundqueueid" uuid,
    "bot_queue" uuid,
    "bot_user" uuid,
    "notificationtemplate_pre_dial" uuid,
    "notificationtemplate_agent_dial" uuid,
    "autocloseafterinactivity" integer,
    "phonenumber" text,
    "language" text,
    "agent" text,
    "record" boolean default false,
    "outboundprofileid" uuid,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);

-- Every version of a row that decides what may be attempted: the whole row as JSON, by its physical column names.
create table "row_version" (
    "seq" bigint generated always as identity primary key,
    "table_name" text not null,
    "row_id" uuid not null,
    "at" bigint not null,
    "by" uuid,
    "deleted" boolean not null default false,
    "body" text not null
);
create index "row_version_row" on "row_version" ("table_name", "row_id", "seq");
