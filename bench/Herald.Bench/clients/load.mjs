// load.mjs URL BODY-FILE CONNECTIONS SECONDS [TOKEN]: posts the body again and again and prints the result of autocannon as JSON.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const [url, file, connections, duration, token] = process.argv.slice(2);
const headers = { 'content-type': 'application/json' };
if (token) headers.authorization = `Bearer ${token}`;
const result = await autocannon({ url, method: 'POST', headers, body: readFileSync(file, 'utf8'), connections: Number(connections), duration: Number(duration) });
process.stdout.write(JSON.stringify({ count: result.requests.total, seconds: result.duration, failed: result.non2xx + result.errors, p50: result.latency.p50, p99: result.latency.p99 }));
