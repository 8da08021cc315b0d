// Test SMSC: SMPP 3.4 on 127.0.0.1:$SMPP_PORT (TLS if $TLS_KEY and $TLS_CERT name PEM files), HTTP control on 127.0.0.1:$CTL_PORT; port 0 = any free one.
// What it does is changed at run time with POST /behave; it ends when its standard input does, so no test run leaves one behind.
const smpp = require('smpp'), http = require('http'), fs = require('fs');
const { SMPP_PORT = 2775, CTL_PORT = 2780, TLS_KEY, TLS_CERT } = process.env;
const users = { esme: 'secret' };
const calm = {
  dlrDelayMs: 20, dlrStat: 'DELIVRD', dlrForm: 'both', dlrCopies: 1, dlrFirst: false,
  answerIds: 'hex', receiptIds: 'hex',
  tps: 0, respDelayMs: 0, maxInflight: 0, status: 0, busy: 0, busyStatus: 0x58, dropResp: false, wrongSequence: false, muteEnquire: false, keep: 1000,
  script: '', hold: false, dripBytes: 0, garbage: '', dlrElsewhere: false,
};
let b = { ...calm };
// script: what each submit in turn meets. T throttled, Q queue full, S system error, N generic_nack, K the bind drops and nothing is taken,
// L taken and the bind drops before the answer, W taken and answered with a wrong number, anything else (and after the end): taken.
const busyOf = { T: 0x58, Q: 0x14, S: 0x08 };
let step = 0, held = [], notes = [], ledger = new Map();
let epoch = 0, msgId = 9, seen = 0, throttled = 0, dlrSent = 0, dlrAcked = 0, log = [], moAnswers = [], dlrAnswers = [], sessions = new Set(), tokens = 0, last = Date.now();
const pad = n => String(n).padStart(2, '0');
const d10 = d => pad(d.getFullYear() % 100) + pad(d.getMonth() + 1) + pad(d.getDate()) + pad(d.getHours()) + pad(d.getMinutes());
const STAT = { DELIVRD: 2, EXPIRED: 3, DELETED: 4, UNDELIV: 5, ACCEPTD: 6, UNKNOWN: 7, REJECTD: 8 };
const spell = (n, form) => form === 'hex' ? n.toString(16).toUpperCase().padStart(8, '0') : String(n).padStart(10, '0');
const rxSession = id => [...sessions].find(s => s.sysid === id && s.mode !== 'tx');

function bind(mode) {
  return function (pdu) {
    if (!users[pdu.system_id] || users[pdu.system_id] !== pdu.password)
      return this.send(pdu.response({ command_status: users[pdu.system_id] ? smpp.ESME_RINVPASWD : smpp.ESME_RINVSYSID }), () => this.close());
    this.sysid = pdu.system_id; this.mode = mode; sessions.add(this);
    this.send(pdu.response({ system_id: 'TESTSMSC' }));
  };
}

// Kept until it is answered with success: refused, it comes again later; its bind lost, on another one.
function receipt(sess, p, n, stat) {
  const now = new Date(), err = stat === 'DELIVRD' ? '000' : '034', id = spell(n, b.receiptIds), born = epoch;
  const pdu = {
    esm_class: 0x04, data_coding: 0, source_addr_ton: p.dest_addr_ton, source_addr_npi: p.dest_addr_npi, source_addr: p.destination_addr,
    dest_addr_ton: p.source_addr_ton, dest_addr_npi: p.source_addr_npi, destination_addr: p.source_addr, short_message: '',
  };
  if (b.dlrForm !== 'tlv') pdu.short_message = `id:${id} sub:001 dlvrd:${stat === 'DELIVRD' ? '001' : '000'} submit date:${d10(now)} done date:${d10(now)} stat:${stat} err:${err} text:`;
  if (b.dlrForm !== 'text') Object.assign(pdu, { receipted_message_id: spell(n, b.answerIds), message_state: STAT[stat] });
  const send = left => {
    const again = wait => left && born === epoch && setTimeout(send, wait, left - 1);
    const elsewhere = b.dlrElsewhere && [...sessions].find(s => s !== sess && s.sysid === sess.sysid && s.mode !== 'tx');
    const target = elsewhere || rxSession(sess.sysid);
    if (!target) return again(200);
    const redo = () => again(50);
    dlrSent++; target.open.add(redo);
    target.deliver_sm(pdu, r => {
      target.open.delete(redo);
      if (dlrAnswers.length < 100000) dlrAnswers.push(r.command_status);
      if (r.command_status) redo(); else dlrAcked++;
    });
  };
  for (let i = 0; i < b.dlrCopies; i++) send(400);
}

function submit(sess, p) {
  if (!sess.sysid) return sess.send(p.response({ command_status: smpp.ESME_RINVBNDSTS }));
  const turn = b.script && step < b.script.length ? b.script[step++] : '.';
  if (busyOf[turn]) { throttled++; return sess.send(p.response({ command_status: busyOf[turn] })); }
  if (turn === 'N') { throttled++; return sess.send(new smpp.PDU('generic_nack', { command_status: 0x58, sequence_number: p.sequence_number })); }
  if (turn === 'K') return sess.destroy();
  if (b.garbage) { sess.socket.write(Buffer.from(b.garbage, 'hex')); b.garbage = ''; return; }
  if (b.busy > 0) { b.busy--; throttled++; return sess.send(p.response({ command_status: b.busyStatus })); }
  if (b.tps) {
    const n = Date.now(); tokens = Math.min(b.tps, tokens + (n - last) * b.tps / 1000); last = n;
    if (tokens < 1) { throttled++; return sess.send(p.response({ command_status: smpp.ESME_RTHROTTLED })); } tokens--;
  }
  if (b.maxInflight && sess.inflight >= b.maxInflight) { throttled++; return sess.send(p.response({ command_status: smpp.ESME_RMSGQFUL })); }
  // A fixed fate by number: ...0011 bad address, ...0045 submit failed, ...005 UNDELIV receipt, ...009 no receipt.
  const to = p.destination_addr;
  if (to.endsWith('0011')) return sess.send(p.response({ command_status: smpp.ESME_RINVDSTADR }));
  if (to.endsWith('0045')) return sess.send(p.response({ command_status: smpp.ESME_RSUBMITFAIL }));
  if (b.status) { const refusal = p.response({ command_status: b.status }); return b.respDelayMs ? setTimeout(() => sess.send(refusal), b.respDelayMs) : sess.send(refusal); }
  const n = ++msgId; seen++;
  ledger.set(to, (ledger.get(to) || 0) + 1);
  const sm = p.short_message || {}, payload = p.message_payload;
  if (b.keep && log.length < b.keep) log.push({
    id: spell(n, b.answerIds), from: p.source_addr, fromTon: p.source_addr_ton, fromNpi: p.source_addr_npi, to, toTon: p.dest_addr_ton, esm: p.esm_class, dcs: p.data_coding,
    rd: p.registered_delivery, text: sm.message, udh: sm.udh && Buffer.concat(sm.udh.map ? sm.udh : [sm.udh]).toString('hex'), payload: payload && payload.message,
    sar: p.sar_total_segments ? [p.sar_msg_ref_num, p.sar_total_segments, p.sar_segment_seqnum] : null, validity: p.validity_period, schedule: p.schedule_delivery_time,
  });
  if (b.dropResp) return;
  const r = p.response({ message_id: spell(n, b.answerIds) });
  if (b.wrongSequence || turn === 'W') r.sequence_number = p.sequence_number + 100000;
  const answer = () => { sess.inflight--; turn === 'L' ? sess.destroy() : sess.send(r); };
  const born = epoch, report = () => born === epoch && receipt(sess, p, n, to.endsWith('005') ? 'UNDELIV' : b.dlrStat);
  sess.inflight++;
  if ((p.registered_delivery & 3) && !to.endsWith('009')) b.hold ? held.push(report) : b.dlrFirst ? report() : b.dlrDelayMs ? setTimeout(report, b.dlrDelayMs) : setImmediate(report);
  b.respDelayMs ? setTimeout(answer, b.respDelayMs) : answer();
}

// Partial PDUs: what is written leaves a few octets at a time, in order.
function drip(socket) {
  const write = socket.write.bind(socket), queue = [];
  const pump = () => { if (queue.length && !socket.destroyed) write(queue[0], () => { queue.shift(); setImmediate(pump); }); };
  socket.write = (octets, ...rest) => {
    if (!b.dripBytes) return write(octets, ...rest);
    const idle = !queue.length;
    for (let i = 0; i < octets.length; i += b.dripBytes) queue.push(octets.subarray(i, i + b.dripBytes));
    if (idle) pump();
    return true;
  };
}

const server = smpp.createServer(TLS_KEY ? { key: fs.readFileSync(TLS_KEY), cert: fs.readFileSync(TLS_CERT) } : {}, sess => {
  sess.inflight = 0; sess.open = new Set();
  drip(sess.socket);
  sess.on('error', () => sess.destroy()); sess.on('close', () => { sessions.delete(sess); for (const redo of sess.open) redo(); sess.open.clear(); });
  sess.on('bind_transceiver', bind('trx').bind(sess)); sess.on('bind_transmitter', bind('tx').bind(sess)); sess.on('bind_receiver', bind('rx').bind(sess));
  sess.on('enquire_link', p => b.muteEnquire || sess.send(p.response()));
  sess.on('unbind', p => { sess.send(p.response()); sess.close(); });
  sess.on('submit_sm', p => submit(sess, p));
});

const control = http.createServer((q, r) => {
  let body = ''; q.on('data', c => body += c); q.on('end', () => {
    const j = body ? JSON.parse(body) : {}, out = o => { r.setHeader('content-type', 'application/json'); r.end(JSON.stringify(o) + '\n'); };
    if (q.url === '/behave') { if ('script' in j) step = 0; Object.assign(b, j); return out(b); }
    if (q.url === '/stats') return out({ seen, throttled, dlrSent, dlrAnswers, sessions: [...sessions].map(s => s.sysid + '/' + s.mode) });
    if (q.url === '/counts') return out({ seen, dlrAcked });
    if (q.url === '/log') return out(log);
    if (q.url === '/ledger') return out(Object.fromEntries(ledger)); // number -> messages taken
    if (q.url === '/release') { // held receipts, in an order that is none of ours
      const all = held; held = [];
      for (let i = all.length - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [all[i], all[j]] = [all[j], all[i]]; }
      const some = () => { for (const one of all.splice(0, 50)) one(); if (all.length) setTimeout(some, 1); };
      some(); return out({});
    }
    if (q.url.startsWith('/note?')) { notes.push(q.url.slice(6)); return out({}); } // callbacks of Kannel
    if (q.url === '/notes') return out(notes);
    if (q.url === '/reset') { epoch++; b = { ...calm }; seen = throttled = dlrSent = dlrAcked = step = 0; log = []; dlrAnswers = []; held = []; notes = []; ledger.clear(); return out({}); }
    if (q.url === '/mo') { // {from, to, text, dcs} or {from, to, hex, dcs, esm}, session: which of several; answers with our deliver_sm_resp
      const s = j.session ? [...sessions][j.session] : rxSession(j.system_id || 'esme'); if (!s) { r.statusCode = 409; return out({ error: 'no receiver' }); }
      return s.deliver_sm({
        source_addr_ton: 1, source_addr_npi: 1, source_addr: j.from, destination_addr: j.to,
        short_message: j.hex ? Buffer.from(j.hex, 'hex') : j.text, data_coding: j.dcs || 0, esm_class: j.esm || 0,
      }, resp => out({ status: resp.command_status }));
    }
    if (q.url === '/kick') { for (const s of sessions) s.destroy(); return out({}); }
    if (q.url === '/unbind') { for (const s of sessions) s.unbind(() => s.close()); return out({}); }
    r.statusCode = 404; out({});
  });
}).listen(+CTL_PORT, '127.0.0.1', () => server.listen(+SMPP_PORT, '127.0.0.1',
  () => console.log('smsc ready', server.address().port, control.address().port)));
process.on('SIGTERM', () => process.exit(0));
if (process.env.END_WITH_STDIN) process.stdin.on('end', () => process.exit(0)).resume();
