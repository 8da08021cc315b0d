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
