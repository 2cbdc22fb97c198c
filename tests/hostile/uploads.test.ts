// Takes about 40 seconds.
// The corpus of uploads, sent to the service as a program. `pnpm test:hostile --uploads` prints what each one cost.
import { attacks } from '../uploads/attacks';
import { memoryOf } from './memory';
import { type Program, startProgram } from './program';
import { watched } from './watched';

/** By hand the service has the machine for itself, and the bounds are those that are promised; elsewhere tests run at the same time. */
const byHand = process.env.HOSTILE === '1';
const bounds = byHand
  ? { ms: 4_000, healthMs: 100, mib: 150, childMiB: 512 }
  : { ms: 60_000, healthMs: 5_000, mib: 300, childMiB: 768 };

let program: Program;
const upload = (name: string, bytes: Buffer) => program.send('/uploads', { name, bytes });
beforeAll(async () => {
  program = await startProgram();
  await upload('a.svg', Buffer.from('<svg/>'));
});
afterAll(() => program.stop());

const table: string[] = [];
afterAll(() => {
  if (byHand)
    process.stdout.write(
      `${['', 'upload | bytes | answer | ms | health ms | +MiB | child MiB', ...table, ''].join('\n')}\n`,
    );
});

it.each(Object.entries(attacks))(
  '%s is refused or cleaned within bounds',
  async (what, { file, bytes, code }) => {
    const content = await bytes();
    const before = memoryOf(program.pid);
    const { result, ms, healthMs, mostMiB, childMiB } = await watched(program, () => upload(file, content));
    const growth = Math.max(0, mostMiB - before);
    const answer = result.body.code ?? result.status;
    table.push(
      [what, content.length, answer, ...[ms, healthMs, growth, childMiB].map(Math.round)].join(' | '),
    );
    expect(answer).toBe(code ?? 201);
    expect(ms).toBeLessThan(bounds.ms);
    expect(healthMs).toBeLessThan(bounds.healthMs);
    expect(growth).toBeLessThan(bounds.mib);
    expect(childMiB).toBeLessThan(bounds.childMiB);
  },
);

it('takes ten at once, one after the other', async () => {
  const { file, bytes } = attacks['a progressive JPEG of 39 megapixels'] ?? {
    file: '',
    bytes: () => Buffer.alloc(0),
  };
  const content = await bytes();
  const before = memoryOf(program.pid);
  const { result, mostMiB, childMiB } = await watched(program, () =>
    Promise.all(Array.from({ length: 10 }, () => upload(file, content))),
  );
  expect(result.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
  expect(mostMiB - before).toBeLessThan(bounds.mib);
  expect(childMiB).toBeLessThan(bounds.childMiB);
});
