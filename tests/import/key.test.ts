import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { importJobs } from '@qihang/server/features/jobs/import/run';
import { eq } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';
import { inputOf } from './files';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Row = Record<string, string>;

const run = (...rows: Row[]) =>
  importJobs(t.context, inputOf(rows), { ownerId: t.people.admin.id, now: t.clock.now(), dryRun: false });

const typed: Row = {
  岗位名称: '车间工艺员（装配）',
  单位: '江州重工（集团）有限公司',
  性质: '校招',
  城市: '江州市、宁波',
  学历: '本科及以上',
  专业: '机械类、车辆工程',
  薪资: '8000-12000元/月',
  人数: '3',
  届别: '2027届',
  截止时间: '2027-04-15',
  投递邮箱: 'hr@jzhi.example',
  来源: '学院就业群',
  正文: '负责总装工艺。',
};

describe('never twice, by value', () => {
  test.each<[string, Row]>([
    ['2027/4/15', { 截止时间: '2027/4/15' }],
    ['2027年4月15日', { 截止时间: '2027年4月15日' }],
    ['２０２７－０４－１５', { 截止时间: '２０２７－０４－１５' }],
    ['a date cell with midnight', { 截止时间: '2027-04-15 00:00:00' }],
    ['4月15日前', { 截止时间: '4月15日前' }],
    ['spaces and other brackets', { 岗位名称: '车间 工艺员 (装配)', 单位: '江州重工(集团) 有限公司' }],
    ['full width', { 岗位名称: '车间工艺员（装配）　', 单位: '江州重工【集团】有限公司' }],
    ['8K-12K', { 薪资: '8K-12K/月' }],
    ['8千-1.2万', { 薪资: '8千-1.2万/月' }],
    ['3人', { 人数: '３人' }],
    ['27届', { 届别: '27届' }],
    ['本科以上', { 学历: '本科以上' }],
    ['cities in another order', { 城市: '宁波/江州' }],
    ['majors in another order', { 专业: '车辆工程；机械类' }],
    ['校园招聘', { 性质: '校园招聘' }],
    ['a body with other marks', { 正文: '负责总装工艺' }],
  ])('a row typed again with %s', async (_, change) => {
    expect(await run(typed)).toMatchObject({ imported: 1 });
    expect(await run({ ...typed, ...change })).toMatchObject({ imported: 0, known: 1 });
    const other = await run(
      { ...typed, 正文: '负责涂装工艺。' },
      { ...typed, ...change, 正文: '负责涂装工艺。' },
    );
    expect(other).toMatchObject({ imported: 1, repeated: 1 });
  });

  test.each<[string, Row]>([
    ['another day', { 截止时间: '2027-04-16' }],
    ['another hour', { 截止时间: '2027-04-15 18:00' }],
    ['another sum', { 薪资: '8000-13000元/月' }],
    ['another period', { 薪资: '8000-12000元/年' }],
    ['a range of people', { 人数: '3-5人' }],
    ['another district', { 城市: '江州市高新区、宁波' }],
    ['another city', { 城市: '江州' }],
    ['another number in its text', { 正文: '负责 1.5 吨总装工艺。' }],
    ['a kind that we have no word for', { 性质: '博士后' }],
    ['another branch', { 单位: '江州重工（集团）有限公司二分公司' }],
    ['a wish beside the degree', { 学历: '本科（硕士优先）' }],
  ])('one with %s is another job', async (_, change) => {
    await run(typed);
    expect(await run({ ...typed, ...change })).toMatchObject({ imported: 1, known: 0 });
  });

  test('a job imported before there were value keys is known in its old words, and from then on by value', async () => {
    const { db } = t.context;
    const { jobs } = db.tables;
    await run(typed);
    await db.write((tx) =>
      tx.update(jobs).set({ importValueKey: null }).where(eq(jobs.title, '车间工艺员（装配）')),
    );
    expect(await run(typed)).toMatchObject({ imported: 0, known: 1 });
    expect(await run({ ...typed, 截止时间: '2027/4/15' })).toMatchObject({ imported: 0, known: 1 });
    expect(await db.read.$count(jobs)).toBe(1);
  });
});
