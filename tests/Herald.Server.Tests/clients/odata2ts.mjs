// Lets the generator odata2ts make a client from $metadata and works with it. usage: node odata2ts.mjs URL TOKEN
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FetchClient } from '@odata2ts/http-client-fetch';

const [url, token] = process.argv.slice(2);
const root = `${url}/api/data/v9.2`;
// Below this folder, so that what is generated finds its packages.
const folder = mkdtempSync(join(import.meta.dirname, 'generated-'));
try {
  const metadata = await fetch(`${root}/$metadata`, { headers: { Authorization: `Bearer ${token}` } });
  writeFileSync(join(folder, 'metadata.xml'), await metadata.text());
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"target":"ES2020","module":"CommonJS","moduleResolution":"node","declaration":false,"skipLibCheck":true}}');
  execFileSync(join(import.meta.dirname, 'node_modules/.bin/odata2ts'), ['-s', join(folder, 'metadata.xml'), '-o', join(folder, 'out'), '-m', 'all', '-e', 'js'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const { MicrosoftDynamicsCrmService } = createRequire(import.meta.url)(join(folder, 'out/MicrosoftDynamicsCrmService.js'));
  await run(new MicrosoftDynamicsCrmService(new FetchClient({ headers: { Authorization: `Bearer ${token}` } }), root));
} finally {
  rmSync(folder, { recursive: true });
}

async function run(service) {
  assert.ok((await service.WhoAmI()).data.UserId);
  const window = { Start: new Date(Date.now() + 86400e3).toISOString(), End: new Date(Date.now() + 90000e3).toISOString() };
  const person = { uniqueIdentifier: 'g', firstName: 'A', lastName: 'B', mobilePhoneNumber: '+15550404' };
  const made = (await service.CCaaS_CreateProactiveDelivery({ ApiVersion: '1.0', ProactiveEngagementConfigId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890', Contacts: JSON.stringify([person]), Windows: JSON.stringify([window]) })).data;
  assert.equal((await service.msdyn_proactive_deliveries(made.DeliveryId).query()).data.msdyn_status, 'Pending');
  const page = (await service.msdyn_proactive_deliveries().query((b, q) => b.select('msdyn_status', 'createdon').filter(q.msdyn_status.eq('Pending'), q.msdyn_channel.eq('Voice')).orderBy(q.createdon.desc()).top(5).count())).data;
  assert.ok(page['@odata.count'] >= 1 && page.value.length >= 1);
  const trace = (await service.Herald_ExplainDeliveryTask({ DeliveryTaskId: made.DeliveryTaskId })).data;
  assert.equal(trace.decision, 'Wait');
  assert.ok(trace.candidates[0].rules.length > 0);
  assert.equal((await service.CCaaS_GetDeliveryTasks({ DeliveryTaskId: made.DeliveryTaskId })).data.value[0].deliveryTaskId, made.DeliveryTaskId);
  const contact = (await service.contacts().create({ lastname: 'Generated' }, { headers: { Prefer: 'return=representation' } })).data;
  await service.contacts(contact.contactid).patch({ lastname: 'Generated 2' });
  assert.equal((await service.contacts(contact.contactid).query((b) => b.select('lastname'))).data.lastname, 'Generated 2');
  await service.contacts(contact.contactid).delete();
  await service.CCaaS_CancelDeliveryTask({ ApiVersion: '1.0', DeliveryTaskId: made.DeliveryTaskId });
}
