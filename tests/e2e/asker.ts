import type { DemoServer } from '../support/demo-server';
import { deviceOf } from './device';

/** A person whose first words are looked at before readers see them: the new one of the demo, once verified. */
export const newPerson = '阎浩然';

/** Verifies the new person of the demo. */
export async function verifyNewPerson(server: DemoServer): Promise<void> {
  const newcomer = await deviceOf(server, 'newcomer');
  await newcomer('verification').verify({
    body: { studentNo: '2023080106', name: newPerson, code: 'ewdr grfn' },
  });
}
