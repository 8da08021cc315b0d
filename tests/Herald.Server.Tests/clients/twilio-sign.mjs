// Prints the signature that Twilio's own library gives a webhook. usage: node twilio-sign.mjs TOKEN URL JSON
import twilio from 'twilio';

const [token, url, parameters] = process.argv.slice(2);
const form = JSON.parse(parameters);
const signature = twilio.getExpectedTwilioSignature(token, url, form);
if (!twilio.validateRequest(token, signature, url, form)) throw new Error('the library refuses its own signature');
process.stdout.write(signature);
