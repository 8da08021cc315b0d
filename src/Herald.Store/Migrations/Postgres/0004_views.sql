-- For reports: the tables by their names in the API. Ids as uuid, instants as timestamptz.

create view msdyn_proactive_delivery as
select
    d.id as msdyn_proactive_deliveryid,
    d.id as msdyn_delivery_id,
    d.engagement_id as msdyn_proactive_engagement_config_id,
    case d.status when 0 then 'Pending' when 1 then 'InProcess' when 2 then 'Complete' when 3 then 'Expired' when 4 then 'Cancelled' when 5 then 'Error' end as msdyn_status,
    case d.result when 1 then 'LiveAnswer' when 2 then 'AnsweringMachine' when 3 then 'AnsweringMachineHangup' when 4 then 'Undetermined' when 5 then 'NotAHandset' when 6 then 'BotFailed' when 7 then 'CallEnded' when 8 then 'Busy' when 9 then 'NoAnswer' when 10 then 'InvalidAddress' when 11 then 'CallFailed' when 12 then 'NonRetriableError' when 13 then 'Terminated' when 14 then 'Unknown' when 15 then 'Cancelled' when 16 then 'Expired' when 17 then 'Error' when 18 then 'Delivered' when 19 then 'NotDelivered' end as msdyn_result,
    case d.channel when 0 then 'Voice' when 1 then 'SMS' end as msdyn_channel,
    case d.dial_mode when 0 then 'Copilot' when 1 then 'Progressive' when 2 then 'Preview' when 3 then 'Predictive' end as msdyn_dialmode_type,
    case d.engagement_type when 0 then 'BotLed' when 1 then 'CSRLed' end as msdyn_engagement_type,
    d.seq_no as msdyn_seq_no,
    d.to_address as msdyn_to_address,
    d.from_address as msdyn_from_address,
    d.contact_id as msdyn_contact_id,
    d.conversation_id as msdyn_conversation_id,
    d.call_id as msdyn_call_id,
    d.batch_id as msdyn_batch_id,
    d.policy_id as msdyn_cancellation_policy_id,
    t.tracking_id as msdyn_tracking_id,
    t.queue_id as msdyn_queue_id,
    t.country as msdyn_country,
    t.state_code as msdyn_state,
    t.postal_code as msdyn_postal_code,
    d.disposition_codes as msdyn_disposition_codes,
    d.sip_diagnostics as msdyn_sip_diagnostics,
    d.speech_detected as msdyn_speech_detected,
    d.wait_exceeded as msdyn_exceeded_customer_wait_threshold,
    to_timestamp(d.window_start / 1000.0) as msdyn_window_start_date,
    to_timestamp(d.window_end / 1000.0) as msdyn_window_end_date,
    to_timestamp(d.started_at / 1000.0) as msdyn_start_date,
    to_timestamp(d.ended_at / 1000.0) as msdyn_end_date,
    to_timestamp(d.result_at / 1000.0) as msdyn_result_date,
    to_timestamp(d.expires_at / 1000.0) as msdyn_expiration_date,
    to_timestamp(d.sent_at / 1000.0) as msdyn_channel_sent_date,
    to_timestamp(d.connected_at / 1000.0) as msdyn_customer_connected_date,
    to_timestamp(d.rep_connected_at / 1000.0) as msdyn_csr_connected_date,
    to_timestamp(d.speech_at / 1000.0) as msdyn_start_of_speech_timestamp,
    d.task_id as hrld_taskid,
    d.reason_code as hrld_reasoncode,
    d.reason as hrld_reason,
    to_timestamp(d.created_at / 1000.0) as createdon,
    to_timestamp(d.modified_at / 1000.0) as modifiedon
from delivery d join task t on t.id = d.task_id;

create view msdyn_proactive_delivery_attribute as
select
    id as msdyn_proactive_delivery_attributeid,
    delivery_id as msdyn_proactive_delivery,
    keyword as msdyn_keyword,
    value as msdyn_value,
    700610000 + type as msdyn_type,
    to_timestamp(created_at / 1000.0) as createdon
from delivery_attribute;

create view msdyn_proactive_engagement_config as
select
    id as msdyn_proactive_engagement_configid,
    name as msdyn_name,
    type as msdyn_type,
    dialmode_type as msdyn_dialmode_type,
    engagement_type as msdyn_engagement_type,
    workstream as msdyn_workstream,
    queue as msdyn_queue,
    priority as msdyn_priority,
    processing_order as msdyn_processing_order,
    state as statecode,
    status as statuscode,
    to_timestamp(created_at / 1000.0) as createdon,
    to_timestamp(modified_at / 1000.0) as modifiedon
from engagement;

create view msdyn_proactive_engagement_config_status as
select
    id as msdyn_proactive_engagement_config_statusid,
    proactive_engagement_config as msdyn_proactive_engagement_config,
    suspended as msdyn_suspended,
    suspension_type as msdyn_suspension_type,
    to_timestamp(created_at / 1000.0) as createdon,
    to_timestamp(modified_at / 1000.0) as modifiedon
from engagement_status;

create view msdyn_proactive_delivery_batch as
select
    id as msdyn_proactive_delivery_batchid,
    batch_id as msdyn_batch_id,
    proactive_engagement_config as msdyn_proactive_engagement_config,
    progress as msdyn_status,
    deliveries_created as msdyn_deliveries_created,
    delivery_creation_failures as msdyn_delivery_creation_failures,
    error_message as msdyn_error_message,
    to_timestamp(created_at / 1000.0) as createdon,
    to_timestamp(modified_at / 1000.0) as modifiedon
from delivery_batch;

create view msdyn_ocliveworkitem as
select
    id as activityid,
    subject as subject,
    title as msdyn_title,
    customer as msdyn_customer,
    channel as msdyn_channel,
    isoutbound as msdyn_isoutbound,
    statuschangereason as msdyn_statuschangereason,
    liveworkstreamid as msdyn_liveworkstreamid,
    cdsqueueid as msdyn_cdsqueueid,
    to_timestamp(startedon / 1000.0) as msdyn_startedon,
    to_timestamp(closedon / 1000.0) as msdyn_closedon,
    state as statecode,
    status as statuscode,
    to_timestamp(created_at / 1000.0) as createdon
from conversation;
