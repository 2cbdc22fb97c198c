import type { ImportField, ImportTexts } from '@qihang/shared/jobs/import/columns';
import { foldWidth } from '@qihang/shared/text/width';
import type { CellNote, FileRow } from '../../../files/input';
import type { TableColumns } from '../../../files/table';

const columnNames = {
  title: '岗位名称 岗位 职位 职位名称 招聘岗位 招聘职位 标题 岗位标题 title job job_title job_name position',
  company:
    '单位 单位名称 公司 公司名称 企业 企业名称 用人单位 招聘单位 招聘企业 招聘公司 招录机关 company company_name employer organization',
  kind: '性质 岗位性质 工作性质 职位性质 类型 招聘类型 岗位类型 职位类型 类别 招聘类别 岗位类别 kind type job_type',
  kindText: 'kind_raw 性质原文 类型原文',
  cities: '城市 工作城市 所在城市 工作地点 工作地 地点 工作地区 地区 cities city location place',
  degree: '学历 学历要求 最低学历 学历学位 degree education',
  majors: '专业 专业要求 所需专业 专业名称 专业类别 需求专业 招聘专业 majors_text majors major',
  salary:
    '薪资 薪酬 薪水 工资 待遇 薪资待遇 薪酬待遇 薪资范围 薪资水平 薪资水准 月薪 年薪 日薪 时薪 salary_text salary pay',
  headcount: '人数 招聘人数 招录人数 录用人数 需求人数 招聘名额 名额 数量 headcount number_of_people',
  graduationYear: '届别 届次 届 毕业届别 面向届别 招聘届别 毕业年份 graduation_year class_of',
  deadline:
    '截止时间 截止日期 截止 截止日 报名截止 报名截止时间 报名截止日期 投递截止 投递截止时间 投递截止日期 网申截止 网申截止时间 有效期至 deadline deadline_text closes_on',
  published:
    '发布时间 发布日期 更新时间 更新日期 published published_text published_at publish_date posted_at',
  email: '投递邮箱 简历邮箱 联系邮箱 邮箱 电子邮箱 email mail',
  applyUrl: '投递链接 投递网址 网申链接 网申地址 网申网址 报名链接 报名网址 申请链接 apply_url',
  url: '链接 网址 原文链接 来源链接 来源网址 详情链接 公告链接 url link source_url',
  applyNote: '投递方式 应聘方式 报名方式 申请方式 联系方式 apply_note',
  source: '来源 信息来源 来源名称 发布平台 source source_name',
  origin: '来源类型 来源性质 origin',
  body: '正文 描述 职位描述 岗位描述 岗位介绍 岗位职责 工作职责 职责 工作内容 任职要求 岗位要求 职位要求 任职资格 应聘条件 要求 其他要求 职位简介 简介 说明 备注 详情 福利 福利待遇 body description content detail requirements remark',
  /** Numbers the rows of the table; says nothing about the job. */
  ignored: '序号 编号 行号 row no id',
} as const satisfies Record<ImportField | 'ignored', string>;

export type Column = ImportField | 'ignored';

// 学历（必填）, *单位, Job-Title
const plain = (column: string): string =>
  foldWidth(column)
    .toLowerCase()
    .replace(/\(.*?\)|【.*?】|\[.*?\]/g, '')
    .replace(/[\s*:_.·-]/g, '');

const columns = new Map<string, Column>(
  Object.entries(columnNames).flatMap(([column, names]) =>
    names.split(' ').map((name) => [plain(name), column as Column] as const),
  ),
);

/** What a column of that name holds; undefined when the import knows nothing of it. */
export const fieldOf = (column: string): Column | undefined => columns.get(plain(column));

const importFieldOf = (column: string): ImportField | undefined => {
  const field = fieldOf(column);
  return field === 'ignored' ? undefined : field;
};

/** The header of a table of jobs names both the title and the company. */
export const jobColumns: TableColumns = {
  isKnown: (name) => fieldOf(name) !== undefined,
  isHeader(cells) {
    const fields = cells.map(fieldOf);
    return fields.includes('title') && fields.includes('company');
  },
  required: '“岗位名称”和“单位”',
};

/** A row with its columns understood. Texts are clean and never blank. */
export interface Row {
  line: number;
  texts: ImportTexts;
  /** Second columns of a field that holds one thing, and columns without a heading; they stay readable in the body. */
  others: { label: string; text: string }[];
  /** Columns that the import does not know, with what they hold; `kept` ones are among `others`. */
  extra: { column: string; text: string; kept: boolean }[];
  /** Fields whose cell is merged with that of a row above. */
  shared: ImportField[];
  /** Cells that the file itself makes doubtful. */
  doubts: { field: ImportField | null; note: CellNote }[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const nothing = /^(?:[-—–/\\.*]+|无|暂无|空|不详|未知|n\/?a|null|none|nil|undefined|nan)$/i;

/** Trimmed, line ends unified, control characters gone; '' for what only says that there is nothing. */
function clean(text: string): string {
  const trimmed = text.replace(/\r\n?/g, '\n').replace(controls, '').trim();
  return nothing.test(trimmed) ? '' : trimmed;
}

const bareNumbers = /^[\d.,\s~\-至到]+$/;
const payPeriod = /^[月年日时]薪/;

/** 日薪 and 薪资（万/年） in the header say of the bare numbers below what they count. */
function withPayUnit(column: string, text: string): string {
  if (!bareNumbers.test(foldWidth(text))) return text;
  const name = foldWidth(column).trim();
  const unit = /\(((?:元|万|千|k|w)[^()]*)\)/i.exec(name)?.[1];
  if (unit !== undefined) return `${text}${unit}`;
  const period = payPeriod.exec(name)?.[0];
  return period === undefined ? text : `${period}${text}`;
}

const isFirstOnly = (field: ImportField) => field !== 'body' && field !== 'cities';

function joinBodies(parts: readonly { label: string; text: string }[]): string {
  if (parts.length === 1) return parts[0]?.text ?? '';
  return parts.map(({ label, text }) => `【${label}】\n${text}`).join('\n\n');
}

/** Words that only say that there is a link: the link says more. */
const pointers =
  /^(?:请?点击?(?:此处|这里)?|链接|网址|网申|投递|查看|详情|原文|公告|官网|入口|报名|申请|立即|在线|[\s:：>→>-])+$/;

/** Puts the address behind a cell where a reader finds it: into the field of links that it belongs to, else below the body. */
function addLinks({ texts, others }: Row, links: FileRow['links'] = []): void {
  for (const [column, url] of links) {
    const field = fieldOf(column);
    const address = url.replace(/^mailto:/i, '');
    if (field === 'email') texts.email = address;
    else if (field === 'applyUrl' || field === 'url') {
      const shown = texts[field];
      texts[field] = url;
      if (shown !== undefined && shown !== url && !pointers.test(shown) && !url.includes(shown))
        others.push({ label: column.trim(), text: shown });
    } else if (/^mailto:/i.test(url)) {
      if (field !== 'applyNote' || texts.email !== undefined) continue;
      texts.email = address;
      if (texts.applyNote === address) delete texts.applyNote;
    } else if (field === 'applyNote' && texts.applyUrl === undefined) {
      texts.applyUrl = url;
      if (texts.applyNote !== undefined && (pointers.test(texts.applyNote) || texts.applyNote === url))
        delete texts.applyNote;
    } else if ((field === 'title' || field === 'company') && texts.url === undefined) texts.url = url;
    else if (texts.url !== url && texts.applyUrl !== url) others.push({ label: column.trim(), text: url });
  }
}

/**
 * Sorts the cells of a row by what they hold. Names of columns nobody understood go into `unused`; those of `unnamed` have no
 * heading at all and stay in the body, since nobody can tell whether they matter.
 */
export function rowOf(
  { line, cells, links, carried = [], notes = [] }: FileRow,
  unused: Set<string>,
  unnamed: ReadonlySet<string> = new Set(),
): Row {
  const row: Row = {
    line,
    texts: {},
    others: [],
    extra: [],
    shared: carried.flatMap((column) => importFieldOf(column) ?? []),
    doubts: notes.map((note) => ({ field: importFieldOf(note.column) ?? null, note })),
  };
  const { texts, others, extra } = row;
  const bodies: Row['others'] = [];
  for (const [column, raw] of cells) {
    const field = fieldOf(column);
    const text = clean(raw);
    const label = column.trim();
    const kept = unnamed.has(column);
    if (field === undefined && label !== '' && !kept) unused.add(label);
    if (field === undefined && label !== '' && text !== '') {
      extra.push({ column: label, text, kept });
      if (kept) others.push({ label, text });
    }
    if (field === undefined || field === 'ignored' || text === '') continue;
    const known = texts[field];
    if (field === 'body') bodies.push({ label, text });
    else if (known === undefined) texts[field] = field === 'salary' ? withPayUnit(column, text) : text;
    else if (isFirstOnly(field)) {
      if (known !== text) others.push({ label, text });
    } else texts[field] = `${known}、${text}`;
  }
  if (bodies.length > 0) texts.body = joinBodies(bodies);
  addLinks(row, links);
  return row;
}
