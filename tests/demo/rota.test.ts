import { deviceOf } from '../e2e/device';
import { closingAfterEach } from '../support/closing';
import { startDemoServer } from '../support/demo-server';

const keep = closingAfterEach();

it('has a person on duty on each day of the week', async () => {
  const server = keep(await startDemoServer());
  const lead = await deviceOf(server, 'lead');
  const { days } = await lead('duty').week({ query: {} });
  expect(days).toHaveLength(7);
  expect(days.map(({ person }) => person?.name)).not.toContain(undefined);
  expect(new Set(days.map(({ person }) => person?.name)).size).toBe(7);
  expect(days.map(({ deputy }) => deputy?.name)).not.toContain(undefined);
});
