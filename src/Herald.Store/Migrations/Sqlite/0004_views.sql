-- For reports: the tables by their names in the API. Ids as text, instants as ISO 8601 text.

create view msdyn_proactive_delivery as
select
    case when d.id is not null then lower(substr(hex(d.id), 1, 8) || '-' || substr(hex(d.id), 9, 4) || '-' || substr(hex(d.id), 13, 4) || '-' || substr(hex(d.id), 17, 4) || '-' || substr(hex(d.id), 21)) end as msdyn_proactive_deliveryid,
    case when d.id is not null then lower(substr(hex(d.id), 1, 8) || '-' || substr(hex(d.id), 9, 4) || '-' || substr(hex(d.id), 13, 4) || '-' || substr(hex(d.id), 17, 4) || '-' || substr(hex(d.id), 21)) end as msdyn_delivery_id,
    case when d.engagement_id is not null then lower(substr(hex(d.engagement_id), 1, 8) || '-' || substr(hex(d.engagement_id), 9, 4) || '-' || substr(hex(d.engagement_id), 13, 4) || '-' || substr(hex(d.engagement_id), 17, 4) || '-' || substr(hex(d.engagement_id), 21)) end as msdyn_proactive_engagement_config_id,
    case d.status when 0 then 'Pending' when 1 then 'InProcess' when 2 then 'Complete' when 3 then 'Expired' when 4 then 'Cancelled' when 5 then 'Error' end as msdyn_status,
    case d.result when 1 then 'LiveAnswer' when 2 then 'AnsweringMachine' when 3 then 'AnsweringMachineHangup' when 4 then 'Undetermined' when 5 then 'NotAHandset' when 6 then 'BotFailed' when 7 then 'CallEnded' when 8 then 'Busy' when 9 then 'NoAnswer' when 10 then 'InvalidAddress' when 11 then 'CallFailed' when 12 then 'NonRetriableError' when 13 then 'Terminated' when 14 then 'Unknown' when 15 then 'Cancelled' when 16 then 'Expired' when 17 then 'Error' when 18 then 'Delivered' when 19 then 'NotDelivered' end as msdyn_result,
    case d.channel when 0 then 'Voice' when 1 then 'SMS' end as msdyn_channel,
    case d.dial_mode when 0 then 'Copilot' when 1 then 'Progressive' when 2 then 'Preview' when 3 then 'Predictive' end as msdyn_dialmode_type,
    case d.engagement_type when 0 then 'BotLed' when 1 then 'CSRLed' end as msdyn_engagement_type,
    d.seq_no as msdyn_seq_no,
    d.to_address as msdyn_to_address,
    d.from_address as msdyn_from_address,
    case when d.contact_id is not null then lower(substr(hex(d.contact_id), 1, 8) || '-' || substr(hex(d.contact_id), 9, 4) || '-' || substr(hex(d.contact_id), 13, 4) || '-' || substr(hex(d.contact_id), 17, 4) || '-' || substr(hex(d.contact_id), 21)) end as msdyn_contact_id,
    case when d.conversation_id is not null then lower(substr(hex(d.conversation_id), 1, 8) || '-' || substr(hex(d.conversation_id), 9, 4) || '-' || substr(hex(d.conversation_id), 13, 4) || '-' || substr(hex(d.conversation_id), 17, 4) || '-' || substr(hex(d.conversation_id), 21)) end as msdyn_conversation_id,
    d.call_id as msdyn_call_id,
    case when d.batch_id is not null then lower(substr(hex(d.batch_id), 1, 8) || '-' || substr(hex(d.batch_id), 9, 4) || '-' || substr(hex(d.batch_id), 13, 4) || '-' || substr(hex(d.batch_id), 17, 4) || '-' || substr(hex(d.batch_id), 21)) end as msdyn_batch_id,
    case when d.policy_id is not null then lower(substr(hex(d.policy_id), 1, 8) || '-' || substr(hex(d.policy_id), 9, 4) || '-' || substr(hex(d.policy_id), 13, 4) || '-' || substr(hex(d.policy_id), 17, 4) || '-' || substr(hex(d.policy_id), 21)) end as msdyn_cancellation_policy_id,
    t.tracking_id as msdyn_tracking_id,
    case when t.queue_id is not null then lower(substr(hex(t.queue_id), 1, 8) || '-' || substr(hex(t.queue_id), 9, 4) || '-' || substr(hex(t.queue_id), 13, 4) || '-' || substr(hex(t.queue_id), 17, 4) || '-' || substr(hex(t.queue_id), 21)) end as msdyn_queue_id,
    t.country as msdyn_country,
    t.state_code as msdyn_state,
    t.postal_code as msdyn_postal_code,
    d.disposition_codes as msdyn_disposition_codes,
    d.sip_diagnostics as msdyn_sip_diagnostics,
    d.speech_detected as msdyn_speech_detected,
    d.wait_exceeded as msdyn_exceeded_customer_wait_threshold,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.window_start / 1000.0, 'unixepoch') as msdyn_window_start_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.window_end / 1000.0, 'unixepoch') as msdyn_window_end_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.started_at / 1000.0, 'unixepoch') as msdyn_start_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.ended_at / 1000.0, 'unixepoch') as msdyn_end_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.result_at / 1000.0, 'unixepoch') as msdyn_result_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.expires_at / 1000.0, 'unixepoch') as msdyn_expiration_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.sent_at / 1000.0, 'unixepoch') as msdyn_channel_sent_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.connected_at / 1000.0, 'unixepoch') as msdyn_customer_connected_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.rep_connected_at / 1000.0, 'unixepoch') as msdyn_csr_connected_date,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.speech_at / 1000.0, 'unixepoch') as msdyn_start_of_speech_timestamp,
    case when d.task_id is not null then lower(substr(hex(d.task_id), 1, 8) || '-' || substr(hex(d.task_id), 9, 4) || '-' || substr(hex(d.task_id), 13, 4) || '-' || substr(hex(d.task_id), 17, 4) || '-' || substr(hex(d.task_id), 21)) end as hrld_taskid,
    d.reason_code as hrld_reasoncode,
    d.reason as hrld_reason,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.created_at / 1000.0, 'unixepoch') as createdon,
    strftime('%Y-%m-%dT%H:%M:%fZ', d.modified_at / 1000.0, 'unixepoch') as modifiedon
from delivery d join task t on t.id = d.task_id;

create view msdyn_proactive_delivery_attribute as
select
    case when id is not null then lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)) end as msdyn_proactive_delivery_attributeid,
    case when delivery_id is not null then lower(substr(hex(delivery_id), 1, 8) || '-' || substr(hex(delivery_id), 9, 4) || '-' || substr(hex(delivery_id), 13, 4) || '-' || substr(hex(delivery_id), 17, 4) || '-' || substr(hex(delivery_id), 21)) end as msdyn_proactive_delivery,
    keyword as msdyn_keyword,
    value as msdyn_value,
    700610000 + type as msdyn_type,
    strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch') as createdon
from delivery_attribute;

create view msdyn_proactive_engagement_config as
select
    case when id is not null then lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)) end as msdyn_proactive_engagement_configid,
    name as msdyn_name,
    type as msdyn_type,
    dialmode_type as msdyn_dialmode_type,
    engagement_type as msdyn_engagement_type,
    case when workstream is not null then lower(substr(hex(workstream), 1, 8) || '-' || substr(hex(workstream), 9, 4) || '-' || substr(hex(workstream), 13, 4) || '-' || substr(hex(workstream), 17, 4) || '-' || substr(hex(workstream), 21)) end as msdyn_workstream,
    case when queue is not null then lower(substr(hex(queue), 1, 8) || '-' || substr(hex(queue), 9, 4) || '-' || substr(hex(queue), 13, 4) || '-' || substr(hex(queue), 17, 4) || '-' || substr(hex(queue), 21)) end as msdyn_queue,
    priority as msdyn_priority,
    processing_order as msdyn_processing_order,
    state as statecode,
    status as statuscode,
    strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch') as createdon,
    strftime('%Y-%m-%dT%H:%M:%fZ', modified_at / 1000.0, 'unixepoch') as modifiedon
from engagement;

create view msdyn_proactive_engagement_config_status as
select
    case when id is not null then lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)) end as msdyn_proactive_engagement_config_statusid,
    case when proactive_engagement_config is not null then lower(substr(hex(proactive_engagement_config), 1, 8) || '-' || substr(hex(proactive_engagement_config), 9, 4) || '-' || substr(hex(proactive_engagement_config), 13, 4) || '-' || substr(hex(proactive_engagement_config), 17, 4) || '-' || substr(hex(proactive_engagement_config), 21)) end as msdyn_proactive_engagement_config,
    suspended as msdyn_suspended,
    suspension_type as msdyn_suspension_type,
    strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch') as createdon,
    strftime('%Y-%m-%dT%H:%M:%fZ', modified_at / 1000.0, 'unixepoch') as modifiedon
from engagement_status;

create view msdyn_proactive_delivery_batch as
select
    case when id is not null then lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)) end as msdyn_proactive_delivery_batchid,
    batch_id as msdyn_batch_id,
    case when proactive_engagement_config is not null then lower(substr(hex(proactive_engagement_config), 1, 8) || '-' || substr(hex(proactive_engagement_config), 9, 4) || '-' || substr(hex(proactive_engagement_config), 13, 4) || '-' || substr(hex(proactive_engagement_config), 17, 4) || '-' || substr(hex(proactive_engagement_config), 21)) end as msdyn_proactive_engagement_config,
    progress as msdyn_status,
    deliveries_created as msdyn_deliveries_created,
    delivery_creation_failures as msdyn_delivery_creation_failures,
    error_message as msdyn_error_message,
    strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch') as createdon,
    strftime('%Y-%m-%dT%H:%M:%fZ', modified_at / 1000.0, 'unixepoch') as modifiedon
from delivery_batch;

create view msdyn_ocliveworkitem as
select
    case when id is not null then lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)) end as activityid,
    subject as subject,
    title as msdyn_title,
    case when customer is not null then lower(substr(hex(customer), 1, 8) || '-' || substr(hex(customer), 9, 4) || '-' || substr(hex(customer), 13, 4) || '-' || substr(hex(customer), 17, 4) || '-' || substr(hex(customer), 21)) end as msdyn_customer,
    channel as msdyn_channel,
    isoutbound as msdyn_isoutbound,
    statuschangereason as msdyn_statuschangereason,
    case when liveworkstreamid is not null then lower(substr(hex(liveworkstreamid), 1, 8) || '-' || substr(hex(liveworkstreamid), 9, 4) || '-' || substr(hex(liveworkstreamid), 13, 4) || '-' || substr(hex(liveworkstreamid), 17, 4) || '-' || substr(hex(liveworkstreamid), 21)) end as msdyn_liveworkstreamid,
    case when cdsqueueid is not null then lower(substr(hex(cdsqueueid), 1, 8) || '-' || substr(hex(cdsqueueid), 9, 4) || '-' || substr(hex(cdsqueueid), 13, 4) || '-' || substr(hex(cdsqueueid), 17, 4) || '-' || substr(hex(cdsqueueid), 21)) end as msdyn_cdsqueueid,
    strftime('%Y-%m-%dT%H:%M:%fZ', startedon / 1000.0, 'unixepoch') as msdyn_startedon,
    strftime('%Y-%m-%dT%H:%M:%fZ', closedon / 1000.0, 'unixepoch') as msdyn_closedon,
    state as statecode,
    status as statuscode,
    strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000.0, 'unixepoch') as createdon
from conversation;
