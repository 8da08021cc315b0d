select id, channel, transport, rate, receipts, inbound_agent from outbound_profile where state = 0
