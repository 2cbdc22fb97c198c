import { outOfQuiet } from '@qihang/shared/notifications/quiet';
import { dayMs, wallClockAt } from '@qihang/shared/time/shanghai';
import { chanceOf } from '../hostile/fuzz/chance';

const usual = { quiet: true, quietFrom: '22:00', quietTo: '08:00' };
const at = (text: string) => Date.parse(`${text}:00+08:00`);

it.each([
  ['2026-11-20T21:59', '2026-11-20T21:59'],
  ['2026-11-20T22:00', '2026-11-21T08:00'],
  ['2026-11-20T23:59', '2026-11-21T08:00'],
  ['2026-11-21T00:00', '2026-11-21T08:00'],
  ['2026-11-21T07:59', '2026-11-21T08:00'],
  ['2026-11-21T08:00', '2026-11-21T08:00'],
])('what is due at %s goes at %s', (due, goes) => {
  expect(outOfQuiet(usual, at(due))).toBe(at(goes));
});

it('knows hours within a day, and none at all', () => {
  const noon = { quiet: true, quietFrom: '12:00', quietTo: '14:30' };
  expect(outOfQuiet(noon, at('2026-11-20T12:10'))).toBe(at('2026-11-20T14:30'));
  expect(outOfQuiet(noon, at('2026-11-20T23:00'))).toBe(at('2026-11-20T23:00'));
  expect(outOfQuiet({ ...usual, quiet: false }, at('2026-11-20T23:00'))).toBe(at('2026-11-20T23:00'));
});

it('never goes back, waits for less than a day, and is out of the hours', () => {
  const chance = chanceOf(3);
  const time = () =>
    `${String(chance.below(24)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`;
  for (let i = 0; i < 5000; i++) {
    const hours = { quiet: true, quietFrom: time(), quietTo: time() };
    if (hours.quietFrom === hours.quietTo) continue;
    const due = at('2026-11-20T00:00') + chance.below(2 * dayMs);
    const goes = outOfQuiet(hours, due);
    expect(goes).toBeGreaterThanOrEqual(due);
    expect(goes - due).toBeLessThan(dayMs);
    const { hour, minute } = wallClockAt(goes);
    const now = hour * 60 + minute;
    const [from, to] = [hours.quietFrom, hours.quietTo].map(
      (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
    ) as [number, number];
    expect(from < to ? now < from || now >= to : now < from && now >= to).toBe(true);
  }
});
