// Prints an access token obtained by MSAL for Node. usage: node msal-token.mjs AUTHORITY CLIENT SECRET SCOPE
import { ConfidentialClientApplication } from '@azure/msal-node';

const [authority, clientId, clientSecret, scope] = process.argv.slice(2);
const app = new ConfidentialClientApplication({
  auth: { clientId, clientSecret, authority, knownAuthorities: [new URL(authority).host] },
});
const answer = await app.acquireTokenByClientCredential({ scopes: [scope] });
process.stdout.write(answer.accessToken);
