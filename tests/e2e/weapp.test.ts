// Takes about 100 seconds.
import { closingAfterEach } from '../support/closing';
import { type DemoServer, startDemoServer } from '../support/demo-server';
import { journeys } from './journeys';
import { openDrawnWeappPhone, openWeappPhone } from './phones/weapp';

let server: DemoServer;
const keep = closingAfterEach();
beforeEach(async () => {
  server = keep(await startDemoServer());
});

describe('the compiled mini-program in Node', () => {
  it.each(journeys)('$name', async ({ live }) => {
    const phone = keep(await openWeappPhone(server.url));
    await live(phone, server.clock);
    expect(phone.faults()).toEqual([]);
  });
});

describe('the compiled mini-program drawn in Chromium', () => {
  it.each(journeys.filter(({ name }) => /reads a job|asks/.test(name)))('$name', async ({ live }) => {
    const phone = keep(await openDrawnWeappPhone(server.url));
    await live(phone, server.clock);
    expect(phone.faults()).toEqual([]);
  });
});
