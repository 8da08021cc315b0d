select id, name, type, dialmode_type, engagement_type, workstream, queue, priority, processing_order, retry_priority_mode, ignore_queue_hours,
    max_concurrent_calls, first_response_timeout_mins, presets, ring_seconds, state
from engagement
