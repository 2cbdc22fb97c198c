import { parseAnnouncement } from '@qihang/shared/jobs/paste/parse';
import { startTestApp, type TestApp } from '../support/app';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const post = `【江州启明汽车有限公司】2027 届校园招聘
岗位：整车试验工程师（杭州），8000-12000元/月，本科及以上，车辆工程，5人
负责整车道路试验，整理试验数据和报告。简历发送至 hr@example.com，2027年5月31日截止
`;
const today = '2026-11-30';

describe('POST /jobs/parse', () => {
  it.each([
    ['a short announcement', post],
    ['a long one, read in a thread', post.repeat(40)],
  ])('reads %s as the phone does', async (_, text) => {
    const { overall, drafts } = parseAnnouncement(text, today);
    expect(drafts.length).toBeGreaterThan(0);
    expect(await t.as('chenyiming').jobWriting.parse({ body: { text, today } })).toEqual(
      JSON.parse(JSON.stringify({ overall, drafts })),
    );
  });

  it('reads several long ones that come at once', async () => {
    const text = post.repeat(40);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => t.as('chenyiming').jobWriting.parse({ body: { text, today } })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});
