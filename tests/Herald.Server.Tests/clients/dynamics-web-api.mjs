// Does with the npm package dynamics-web-api what a client of the product does. usage: node dynamics-web-api.mjs URL AGENT_TOKEN ADMINISTRATOR_TOKEN
// Ends with 0 when every step did what it should; the first that does not is printed.
import assert from 'node:assert/strict';
import { DynamicsWebApi } from 'dynamics-web-api';

const [serverUrl, agentToken, administratorToken] = process.argv.slice(2);
const voice = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890';
const sms = 'b2c3d4e5-f6a7-8901-bcde-f12345678901';
const connect = (token) => new DynamicsWebApi({ serverUrl, dataApi: { version: '9.2' }, onTokenRefresh: async () => token });
const agent = connect(agentToken);
const administrator = connect(administratorToken);
const person = (id) => ({ uniqueIdentifier: id, firstName: 'A', lastName: 'B', mobilePhoneNumber: '+15550100' });
const tomorrow = [{ Start: new Date(Date.now() + 86400e3).toISOString(), End: new Date(Date.now() + 90000e3).toISOString() }];

const contact = async (lastname, more = {}) => (await agent.create({ collection: 'contacts', data: { lastname, ...more }, returnRepresentation: true })).contactid;
const failure = async (promise) => {
  const error = await promise.then(() => null, (refused) => refused);
  assert.ok(error, 'It should have been refused.');
  return error;
};

const steps = {
  async whoAmI() {
    const me = await agent.callFunction({ functionName: 'WhoAmI' });
    assert.match(me.UserId, /^[0-9a-f-]{36}$/);
  },
  async createDelivery() {
    const answer = await agent.callAction({
      actionName: 'CCaaS_CreateProactiveDelivery',
      action: { ApiVersion: '1.0', ProactiveEngagementConfigId: voice, Contacts: JSON.stringify([person('w1')]), Windows: JSON.stringify(tomorrow) },
    });
    const row = await agent.retrieve({ collection: 'msdyn_proactive_deliveries', key: answer.DeliveryId, select: ['msdyn_status', 'msdyn_to_address'] });
    assert.equal(row.msdyn_status, 'Pending');
    const tasks = await agent.callFunction({ functionName: 'CCaaS_GetDeliveryTasks', parameters: { DeliveryTaskId: answer.DeliveryTaskId } });
    assert.equal(tasks.value[0].deliveryTaskId, answer.DeliveryTaskId);
    await agent.callAction({ actionName: 'CCaaS_CancelDeliveryTask', action: { ApiVersion: '1.0', DeliveryTaskId: answer.DeliveryTaskId } });
    assert.equal((await agent.retrieve({ collection: 'msdyn_proactive_deliveries', key: answer.DeliveryId, select: ['msdyn_status'] })).msdyn_status, 'Cancelled');
  },
  async otherCreates() {
    const simple = { ApiVersion: '1.0', ProactiveEngagementConfigId: voice, UniqueIdentifier: 's', FirstName: 'A', LastName: 'B', MobilePhoneNumber: '+15550100' };
    assert.ok((await agent.callAction({ actionName: 'CCaaS_CreateSimpleProactiveDelivery', action: simple })).DeliveryId);
    const call = { ApiVersion: '1.0', ProactiveEngagementConfigId: voice, DestinationPhoneNumber: '+15550100' };
    assert.ok((await agent.callAction({ actionName: 'CCaaS_CreateProactiveVoiceDelivery', action: call })).DeliveryId);
    const text = { ApiVersion: '1.0', ProactiveEngagementConfigId: sms, DestinationPhoneNumber: '+15550200', Message: 'Hello' };
    assert.ok((await agent.callAction({ actionName: 'CCaaS_CreateProactiveSMSDelivery', action: text })).DeliveryId);
    for (const actionName of ['CCaaS_CreateProactiveBulkDelivery', 'CCaaS_CreateProactiveBulkDeliveryV2', 'CCaaS_CreateProactiveDeliveryBulkV2']) {
      const action = { ApiVersion: '1.0', ProactiveEngagementConfigId: voice, ProactiveDeliveries: JSON.stringify([person('b1'), person('b2')]) };
      assert.equal((await agent.callAction({ actionName, action })).DeliveriesCreated, 2);
    }
  },
  async explain() {
    const made = await agent.callAction({ actionName: 'CCaaS_CreateProactiveDelivery', action: { ApiVersion: '1.0', ProactiveEngagementConfigId: voice, Contacts: JSON.stringify([person('e1')]), Windows: JSON.stringify(tomorrow) } });
    const trace = await agent.callFunction({ functionName: 'Herald_ExplainDeliveryTask', parameters: { DeliveryTaskId: made.DeliveryTaskId } });
    assert.equal(trace.decision, 'Wait');
  },
  async repeated() {
    const request = (Message) => ({
      actionName: 'CCaaS_CreateProactiveSMSDelivery',
      action: { ApiVersion: '1.0', ProactiveEngagementConfigId: sms, DestinationPhoneNumber: '+15550200', Message },
      headers: { 'Repeatability-Request-ID': repeat, 'Repeatability-First-Sent': sent },
    });
    const [repeat, sent] = [crypto.randomUUID(), new Date().toUTCString()];
    const first = await agent.callAction(request('Once'));
    assert.equal((await agent.callAction(request('Once'))).DeliveryId, first.DeliveryId);
    assert.equal((await failure(agent.callAction(request('Something else')))).status, 412);
  },
  async fetch() {
    const lastname = `Fetch ${crypto.randomUUID()}`;
    const made = [];
    for (let n = 0; n < 7; n++) made.push(await contact(lastname, { firstname: `F${n}` }));
    const fetchXml = `<fetch count="3"><entity name="contact"><attribute name="firstname"/><order attribute="birthdate"/><filter><condition attribute="lastname" operator="eq" value="${lastname}"/></filter></entity></fetch>`;
    const first = await agent.fetch({ collection: 'contacts', fetchXml });
    assert.equal(first.value.length, 3);
    assert.equal(first.PagingInfo.nextPage, 2);
    const second = await agent.fetch({ collection: 'contacts', fetchXml, pageNumber: first.PagingInfo.nextPage, pagingCookie: first.PagingInfo.cookie });
    assert.equal(second.value.length, 3);
    const all = await agent.fetchAll({ collection: 'contacts', fetchXml });
    assert.deepEqual(all.value.map((row) => row.contactid).sort(), made.sort());
    const counted = await agent.fetch({ collection: 'contacts', fetchXml: `<fetch aggregate="true"><entity name="contact"><attribute name="contactid" alias="n" aggregate="count"/><filter><condition attribute="lastname" operator="eq" value="${lastname}"/></filter></entity></fetch>` });
    assert.equal(counted.value[0].n, 7);
  },
  async unchanged() {
    const id = await contact('Same');
    const row = await agent.retrieve({ collection: 'contacts', key: id, select: ['lastname'] });
    const again = await agent.retrieve({ collection: 'contacts', key: id, select: ['lastname'], ifnonematch: row['@odata.etag'] }).then((answer) => answer ?? null, (refused) => refused.status);
    assert.ok(again === 304 || again === null, 'A row that has not changed is not sent again.');
  },
  async operation() {
    for (const Operation of ['Suspend', 'Resume'])
      await agent.callAction({ actionName: 'CCaaS_CreateOperation', action: { ApiVersion: '1.0', Operation, ProactiveEngagementConfigId: sms } });
  },
  async refusal() {
    const failure = await agent.callAction({ actionName: 'CCaaS_CreateProactiveDelivery', action: { ApiVersion: '2.0' } }).then(() => null, (error) => error);
    assert.equal(failure.status, 400);
    assert.equal(failure.code, '0x80040203');
  },
  async rows() {
    const { contactid } = await agent.create({ collection: 'contacts', data: { firstname: 'Web', lastname: 'Api' }, returnRepresentation: true });
    await agent.update({ collection: 'contacts', key: contactid, data: { lastname: 'Api 2' } });
    assert.equal((await agent.retrieve({ collection: 'contacts', key: contactid, select: ['lastname'] })).lastname, 'Api 2');
    await agent.upsert({ collection: 'contacts', key: contactid, data: { firstname: 'Upserted' } });
    assert.ok(await agent.count({ collection: 'contacts' }) >= 1);
    const page = await agent.retrieveMultiple({ collection: 'contacts', select: ['fullname'], filter: "lastname eq 'Api 2'", maxPageSize: 1 });
    assert.equal(page.value.length, 1);
  },
  async paging() {
    const all = await agent.retrieveAll({ collection: 'msdyn_proactive_deliveries', select: ['msdyn_status'], filter: "msdyn_channel eq 'Voice'" });
    assert.ok(all.value.length >= 1);
  },
  async engagement() {
    const row = await administrator.retrieve({ collection: 'msdyn_proactive_engagement_configs', key: voice, select: ['msdyn_name'], includeAnnotations: '*' });
    await administrator.update({ collection: 'msdyn_proactive_engagement_configs', key: voice, data: { msdyn_description: 'Seen by a real client' } });
    assert.ok(row.msdyn_name);
  },
  async links() {
    const [boss, one] = [await contact('Boss'), await contact('One')];
    await agent.associate({ collection: 'contacts', primaryKey: boss, relationshipName: 'contact_customer_contacts', relatedCollection: 'contacts', relatedKey: one });
    const row = await agent.retrieve({ collection: 'contacts', key: boss, select: ['lastname'], expand: [{ property: 'contact_customer_contacts', select: ['lastname'] }] });
    assert.deepEqual(row.contact_customer_contacts.map((child) => child.lastname), ['One']);
    await agent.disassociate({ collection: 'contacts', primaryKey: boss, relationshipName: 'contact_customer_contacts', relatedKey: one });
    await agent.associateSingleValued({ collection: 'contacts', primaryKey: one, navigationProperty: 'parentcustomerid_contact', relatedCollection: 'contacts', relatedKey: boss });
    assert.equal((await agent.retrieve({ collection: 'contacts', key: one, select: ['_parentcustomerid_value'] }))._parentcustomerid_value, boss);
    await agent.disassociateSingleValued({ collection: 'contacts', primaryKey: one, navigationProperty: 'parentcustomerid_contact' });
    assert.equal((await agent.retrieve({ collection: 'contacts', key: one, select: ['_parentcustomerid_value'] }))._parentcustomerid_value, null);
  },
  async bindAndDeepInsert() {
    const boss = await contact('Boss');
    const one = await contact('One', { 'parentcustomerid_contact@odata.bind': `/contacts(${boss})`, contact_customer_contacts: [{ lastname: 'Leaf' }] });
    const row = await agent.retrieve({ collection: 'contacts', key: one, select: ['lastname'], expand: [{ property: 'parentcustomerid_contact', select: ['lastname'] }, { property: 'contact_customer_contacts', select: ['lastname'] }] });
    assert.equal(row.parentcustomerid_contact.lastname, 'Boss');
    assert.equal(row.contact_customer_contacts[0].lastname, 'Leaf');
  },
  async concurrency() {
    const id = await contact('Etag');
    const row = await agent.retrieve({ collection: 'contacts', key: id, select: ['lastname'] });
    await agent.update({ collection: 'contacts', key: id, data: { lastname: 'Etag 2' }, ifmatch: row['@odata.etag'] });
    // The package's word for 412.
    assert.equal(await agent.update({ collection: 'contacts', key: id, data: { lastname: 'Etag 3' }, ifmatch: row['@odata.etag'] }), false);
    assert.equal((await failure(agent.update({ collection: 'contacts', key: crypto.randomUUID(), data: { lastname: 'x' } }))).status, 404);
    const fresh = crypto.randomUUID();
    await agent.upsert({ collection: 'contacts', key: fresh, data: { lastname: 'Created' }, ifnonematch: '*' });
    await agent.upsert({ collection: 'contacts', key: fresh, data: { lastname: 'Left alone' }, ifnonematch: '*' });
    assert.equal((await agent.retrieve({ collection: 'contacts', key: fresh, select: ['lastname'] })).lastname, 'Created');
  },
  async propertyAndDelete() {
    const id = await contact('Single');
    await agent.updateSingleProperty({ collection: 'contacts', key: id, fieldValuePair: { lastname: 'Changed' } });
    assert.equal((await agent.retrieve({ collection: 'contacts', key: id, select: ['lastname'] })).lastname, 'Changed');
    await agent.deleteRecord({ collection: 'contacts', key: id });
    const gone = await failure(agent.retrieve({ collection: 'contacts', key: id, select: ['lastname'] }));
    assert.equal(gone.status, 404);
    assert.equal(gone.code, '0x80040217');
  },
  async pagesByTheirLinks() {
    const lastname = `Page ${crypto.randomUUID()}`;
    const made = [];
    for (let n = 0; n < 7; n++) made.push(await contact(lastname));
    const request = { collection: 'contacts', select: ['lastname'], filter: `lastname eq '${lastname}'`, orderBy: ['birthdate desc'], maxPageSize: 3, count: true };
    const seen = [];
    for (let page = await agent.retrieveMultiple(request); ; page = await agent.retrieveMultiple(request, page.oDataNextLink)) {
      seen.push(...page.value.map((row) => row.contactid));
      if (!page.oDataNextLink) break;
      assert.equal(page.oDataCount, 7);
      assert.equal(page.value.length, 3);
    }
    assert.deepEqual(seen.sort(), made.sort());
    assert.equal(await agent.count({ collection: 'contacts', filter: `lastname eq '${lastname}'` }), 7);
    assert.equal(await agent.countAll({ collection: 'contacts', filter: `lastname eq '${lastname}'` }), 7);
    const groups = await agent.retrieveMultiple({ collection: 'contacts', apply: `filter(lastname eq '${lastname}')/aggregate($count as n)` });
    assert.equal(groups.value[0].n, 7);
  },
  async manyAtOnce() {
    const name = `Many ${crypto.randomUUID()}`;
    const { Ids } = await agent.callAction({ collection: 'contacts', actionName: 'Microsoft.Dynamics.CRM.CreateMultiple', action: { Targets: [{ '@odata.type': 'Microsoft.Dynamics.CRM.contact', lastname: name }, { '@odata.type': 'Microsoft.Dynamics.CRM.contact', lastname: name }] } });
    await agent.callAction({ collection: 'contacts', actionName: 'Microsoft.Dynamics.CRM.UpdateMultiple', action: { Targets: Ids.map((contactid) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid, firstname: 'M' })) } });
    await agent.callAction({ collection: 'contacts', actionName: 'Microsoft.Dynamics.CRM.UpsertMultiple', action: { Targets: [{ '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: crypto.randomUUID(), lastname: name, firstname: 'M' }] } });
    assert.equal(await agent.count({ collection: 'contacts', filter: `lastname eq '${name}' and firstname eq 'M'` }), 3);
  },
  async annotations() {
    const row = await administrator.retrieve({ collection: 'msdyn_proactive_engagement_configs', key: voice, select: ['msdyn_type', '_msdyn_queue_value', 'createdon'], includeAnnotations: '*' });
    assert.ok(row['msdyn_type@OData.Community.Display.V1.FormattedValue']);
    assert.ok(row['createdon@OData.Community.Display.V1.FormattedValue']);
    if (row._msdyn_queue_value) assert.equal(row['_msdyn_queue_value@Microsoft.Dynamics.CRM.lookuplogicalname'], 'queue');
  },
  async functions() {
    const zone = await agent.callFunction({ functionName: 'GetTimeZoneCodeByLocalizedName', parameters: { LocalizedStandardName: 'Pacific Standard Time', LocaleId: 1033 } });
    assert.equal(zone.TimeZoneCode, 4);
    assert.match((await agent.callFunction({ functionName: 'RetrieveVersion' })).Version, /^9\.2\./);
    const within = await agent.retrieveMultiple({ collection: 'msdyn_proactive_deliveries', select: ['msdyn_status'], filter: "Microsoft.Dynamics.CRM.In(PropertyName='msdyn_status',PropertyValues=['Pending','Cancelled']) and Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", top: 5 });
    assert.ok(within.value.every((row) => ['Pending', 'Cancelled'].includes(row.msdyn_status)));
  },
  async cancelling() {
    const make = async () => (await agent.callAction({ actionName: 'CCaaS_CreateProactiveDelivery', action: { ApiVersion: '1.0', ProactiveEngagementConfigId: voice, Contacts: [person('c')], Windows: tomorrow } })).DeliveryId;
    const [first, second] = [await make(), await make()];
    await agent.callAction({ actionName: 'CCaaS_CreateOperation', action: { ApiVersion: '1.0', Operation: 'Cancel', DeliveryId: first } });
    await agent.update({ collection: 'msdyn_proactive_deliveries', key: `msdyn_proactive_deliveryid=${second},partitionid='${second}'`, data: { msdyn_status: 'Cancelled' } });
    for (const key of [first, second])
      assert.equal((await agent.retrieve({ collection: 'msdyn_proactive_deliveries', key, select: ['msdyn_status'] })).msdyn_status, 'Cancelled');
  },
  async changeSet() {
    const lastname = `Set ${crypto.randomUUID()}`;
    agent.startBatch();
    agent.create({ collection: 'contacts', data: { lastname }, contentId: '1' });
    agent.create({ collection: 'contacts', data: { lastname, 'parentcustomerid_contact@odata.bind': '$1' }, contentId: '2' });
    const ids = await agent.executeBatch();
    assert.equal((await agent.retrieve({ collection: 'contacts', key: ids[1], select: ['_parentcustomerid_value'] }))._parentcustomerid_value, ids[0]);
    agent.startBatch();
    agent.create({ collection: 'contacts', data: { lastname }, contentId: '1' });
    agent.create({ collection: 'contacts', data: { nothere: 1 }, contentId: '2' });
    await failure(agent.executeBatch());
    assert.equal(await agent.count({ collection: 'contacts', filter: `lastname eq '${lastname}'` }), 2);
  },
  async batch() {
    agent.startBatch();
    agent.retrieveMultiple({ collection: 'contacts', select: ['fullname'], top: 1 });
    agent.retrieve({ collection: 'msdyn_proactive_engagement_configs', key: voice, select: ['msdyn_name'] });
    const [contacts, engagement] = await agent.executeBatch();
    assert.ok(contacts.value);
    assert.ok(engagement.msdyn_name);
  },
};

for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
  } catch (error) {
    console.error(`${name}: ${error.stack} ${JSON.stringify(error)}`);
    process.exit(1);
  }
}
