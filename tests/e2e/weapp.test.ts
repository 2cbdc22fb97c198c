import { type DemoServer, startDemoServer } from '../support/demo-server';
import { journeys } from './journeys';
import { openDrawnWeappPhone, openWeappPhone } from './phones/weapp';

// Each touch waits for Chromium to draw: a loaded machine needs minutes for the long journey, an idle one half of one.
jest.setTimeout(300_000);

let server: DemoServer;
beforeEach(async () => {
  server = await startDemoServer();
});
afterEach(() => server.close());

describe('the compiled mini-program in Node', () => {
  it.each(journeys)('$name', async ({ live }) => {
    const phone = await openWeappPhone(server.url);
    await live(phone);
    expect(phone.faults()).toEqual([]);
    await phone.close();
  });
});

describe('the compiled mini-program drawn in Chromium', () => {
  it.each(journeys.filter(({ name }) => /reads a job|asks/.test(name)))('$name', async ({ live }) => {
    const phone = await openDrawnWeappPhone(server.url);
    await live(phone);
    expect(phone.faults()).toEqual([]);
    await phone.close();
  });
});
