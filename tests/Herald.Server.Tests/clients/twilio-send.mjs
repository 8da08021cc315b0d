// Sends one message by Twilio's own client, so that its request and ours can be compared. usage: node twilio-send.mjs BASE SID TOKEN JSON
import twilio from 'twilio';

const [base, sid, token, message] = process.argv.slice(2);
class Redirected extends twilio.RequestClient {
  request(options) { return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', base) }); }
}
const client = new twilio.Twilio(sid, token, { httpClient: new Redirected() });
const sent = await client.messages.create(JSON.parse(message));
process.stdout.write(JSON.stringify({ sid: sent.sid, status: sent.status }));
