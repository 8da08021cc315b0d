// The client of the npm package, for comparison: client.js PORT COUNT WINDOW → one line of JSON {seconds, cpuSeconds, refused}.
const smpp = require('smpp');
const [port, count, window] = process.argv.slice(2).map(Number);
const session = smpp.connect({ url: `smpp://127.0.0.1:${port}` }, () => session.bind_transceiver({ system_id: 'esme', password: 'secret' }, warm));
let sent = 0, done = 0, refused = 0, total = 0, finished;
function run(n, then) { sent = done = refused = 0; total = n; finished = then; for (let i = 0; i < window; i++) one(); }
function one() {
  if (sent >= total) return;
  sent++;
  session.submit_sm({ source_addr: '15550001', destination_addr: '15551230009', source_addr_ton: 1, source_addr_npi: 1, dest_addr_ton: 1, dest_addr_npi: 1, data_coding: 0, short_message: 'Your appointment is tomorrow at 10:30. Reply STOP to opt out.' }, r => {
    if (r.command_status) refused++;
    if (++done === total) finished(); else one();
  });
}
function warm() {
  run(100000, () => {
    const start = process.hrtime.bigint(), cpu = process.cpuUsage();
    run(count, () => {
      const used = process.cpuUsage(cpu);
      console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - start) / 1e9, cpuSeconds: (used.user + used.system) / 1e6, refused }));
      process.exit(0);
    });
  });
}
