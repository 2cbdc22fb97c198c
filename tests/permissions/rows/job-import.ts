import { jobImportContract } from '@qihang/shared/jobs/import/contract';
import { plain, rowsOf } from '../framework/row';
import { switchBoard } from '../kinds/boards';

const texts = {
  title: '车间工艺员',
  company: '江州重工集团',
  kind: '校招',
  cities: '杭州、宁波',
  degree: '本科及以上',
  majors: '机械类',
  salary: '7000-9000元/月',
  headcount: '3',
  deadline: '2026-12-20 18:00',
  email: 'hr@jzhi.example',
  source: '学院就业群',
  origin: '学院',
  body: '负责车间工艺文件的编制和现场支持，跟踪试制。要求熟悉机械制图，能适应现场工作。',
};
const listed = [{ line: 2, texts }];
const file = { name: '岗位.csv', content: Buffer.from('岗位名称,单位\r\n车间工艺员,江州重工集团') };

export const rows = [
  rowsOf('jobImport', jobImportContract, {
    preview: plain({
      gate: 'lead',
      request: () => ({ file }),
      unaudited: 'nothing is kept',
      cells: { always: {} },
    }),
    check: plain({
      gate: 'lead',
      request: () => ({ body: { rows: listed } }),
      unaudited: 'nothing is kept',
      cells: { always: {} },
    }),
    import: plain({
      gate: 'lead',
      request: () => ({ body: { rows: listed, overrideReason: '单位没有公布全部信息' } }),
      audits: 'jobs.import',
      cells: { always: { 'lead-elsewhere': 403 }, 'board off': { others: 403 } },
      given: { 'board off': (world) => switchBoard(world, 'jobs', false) },
    }),
  }),
];
