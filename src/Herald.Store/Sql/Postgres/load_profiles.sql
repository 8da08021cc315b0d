select id, channel, transport, rate, receipts from outbound_profile where state = 0
