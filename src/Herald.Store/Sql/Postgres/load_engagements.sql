select id, name, type, dialmode_type, engagement_type, workstream, queue, priority, processing_order, retry_priority_mode, ignore_queue_hours,
    max_concurrent_calls, first_response_timeout_mins, presets, ring_seconds, state, bot_failure_treatment_type,
    bot_failure_treatment_rate_threshold,
    answering_machine_action_type, answering_machine_message, answering_machine_detection_time_seconds
from engagement
