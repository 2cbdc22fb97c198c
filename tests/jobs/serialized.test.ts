import { check } from '@qihang/shared/contract/messages';
import type { Schema } from '@qihang/shared/contract/route';
import { jobsContract } from '@qihang/shared/jobs/contract';
import { jobWritingContract } from '@qihang/shared/jobs/writing';
import { savesContract } from '@qihang/shared/saves/contract';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

// Outside tests answers are written by a serializer that drops what a schema does not name, without checking anything.
let t: TestApp;
let id: string;
beforeAll(async () => {
  t = await startTestApp({ NODE_ENV: 'development' });
  const body = { ...jobDraft({ headcount: null }), overrideReason: '单位没有公布人数' };
  ({ id } = await t.as('chenyiming').jobs.create({ body }));
  await t.as('chenyiming').session.updateProfile({ body: { major: '车辆工程', cities: ['宁波'] } });
  await t.as('chenyiming').saves.save({ params: { id }, body: { progress: 'interview', note: '周三' } });
});
afterAll(() => t.close());

const text =
  '澄江汽车电子招聘嵌入式软件工程师5人，工作地点：宁波，本科，8-12K/月，投递：hr@chengjiang.example';

describe('answers as they are written in production', () => {
  it.each<[string, Schema, () => string, object | null]>([
    ['list', jobsContract.list.response, () => '/jobs?sort=match', null],
    ['detail', jobsContract.detail.response, () => `/jobs/${id}`, null],
    ['recommended', jobsContract.recommended.response, () => '/jobs/recommended', null],
    ['related', jobsContract.related.response, () => `/jobs/${id}/related`, null],
    ['majors', jobsContract.majors.response, () => '/majors', null],
    ['parse', jobWritingContract.parse.response, () => '/jobs/parse', { text }],
    ['lint', jobWritingContract.lint.response, () => '/jobs/lint', { job: { title: '限男性' } }],
    ['similar', jobWritingContract.similar.response, () => '/jobs/similar', { job: jobDraft() }],
    ['saved', savesContract.list.response, () => '/me/saved', null],
    ['calendar', savesContract.calendar.response, () => '/me/calendar', null],
  ])('%s lacks nothing', async (_, schema, url, body) => {
    const response = await t.send(url(), { as: 'chenyiming', ...(body ? { method: 'POST', body } : {}) });
    expect(response.statusCode).toBe(200);
    const read = check(schema, response.json());
    expect(read).toEqual({ ok: true, value: response.json() });
  });

  it('hold what is nested: reasons, spans, counts and the calendar file', async () => {
    const job = (await t.send(`/jobs/${id}`, { as: 'chenyiming' })).json();
    expect(job).toMatchObject({
      match: {
        fits: true,
        reasons: [{ kind: 'major', hit: true, text: '专业对口：车辆工程' }, { kind: 'city' }],
      },
      viewer: { saved: 'interview', reportedClosed: false },
      lintOverride: { rules: ['missing.headcount'] },
    });
    const { drafts } = (
      await t.send('/jobs/parse', { method: 'POST', as: 'chenyiming', body: { text } })
    ).json();
    expect(drafts[0]).toMatchObject({
      fields: { cities: ['宁波'] },
      spans: { cities: { start: expect.any(Number) } },
    });
    const saved = (await t.send('/me/saved', { as: 'chenyiming' })).json();
    expect(saved.counts).toMatchObject({ interview: 1, saved: 0 });
    expect((await t.send('/me/calendar.ics', { as: 'chenyiming' })).body).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });
});
