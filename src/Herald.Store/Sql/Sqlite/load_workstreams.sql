select id, phonenumber, language, agent, record, outboundprofileid from workstream where state = 0
