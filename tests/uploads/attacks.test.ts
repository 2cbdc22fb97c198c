// Takes about 30 seconds. Every file of the corpus is refused in words a person understands, or made harmless.
import sharp from 'sharp';
import { startTestApp, type TestApp } from '../support/app';
import { cleaned, refused } from './attacks';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

const send = async (file: string, content: Buffer) =>
  t.send('/uploads', { method: 'POST', as: 'chenyiming', file: { name: file, content } });

it('knows more than 40 attacks', () => expect(refused.length + cleaned.length).toBeGreaterThan(40));

it.each(refused)('refuses %s', async (_, { file, bytes, code, words }) => {
  const response = await send(file, await bytes());
  const problem = response.json();
  expect(problem).toMatchObject({ code, errors: [{ path: 'file' }] });
  expect([413, 415]).toContain(response.statusCode);
  const message: string = problem.errors[0].message;
  expect(message).toMatch(/[\u4e00-\u9fff]/);
  if (words) expect(message).toMatch(words);
});

it.each(cleaned)('takes %s, and serves nothing but its picture or document', async (_, { file, bytes }) => {
  const response = await send(file, await bytes());
  expect(response.json()).toMatchObject({ id: expect.any(String) });
  const { id, kind, name } = response.json();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no name may hold.
  expect(name).toMatch(/^[^\u0000-\u001f\u202a-\u202e\u2066-\u2069<>"'/\\]{1,120}$/);
  const served = await t.send(`/media/${id}`, { as: 'chenyiming' });
  expect(served.statusCode).toBe(200);
  expect(served.headers['x-content-type-options']).toBe('nosniff');
  expect(served.headers['content-security-policy']).toContain('sandbox');
  expect(served.headers['set-cookie']).toBeUndefined();
  if (kind === 'image') {
    expect(served.headers['content-type']).toBe('image/jpeg');
    expect(await sharp(served.rawPayload).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' });
    expect(served.rawPayload.includes('<script>')).toBe(false);
    expect(served.rawPayload.includes('PK\x03\x04')).toBe(false);
  } else {
    expect(served.headers['content-type']).toBe('application/pdf');
    expect(served.headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w.%~-]+\.pdf$/,
    );
  }
});
