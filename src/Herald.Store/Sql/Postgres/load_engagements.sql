select id, name, type, dialmode_type, engagement_type, workstream, queue, priority, processing_order, retry_priority_mode, ignore_queue_hours,
    max_concurrent_calls, first_response_timeout_mins, presets, ring_seconds, state, bot_failure_treatment_type,
    bot_failure_treatment_rate_threshold
from engagement
