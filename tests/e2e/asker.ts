import type { DemoServer } from '../support/demo-server';
import { deviceOf } from './device';

/** The name to borrow the account of a person by whose first words are looked at before readers see them. */
export const newPerson = '新用户';

/** Verifies that person, as 阎浩然 of the roster. */
export async function verifyNewPerson(server: DemoServer): Promise<void> {
  const newcomer = await deviceOf(server, 'newcomer');
  await newcomer('verification').verify({
    body: { studentNo: '2023080106', name: '阎浩然', code: 'ewdr grfn' },
  });
}
