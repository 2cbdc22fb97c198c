/** The columns of a table of jobs, in the order they are shown; the first two must be there. */
export const importFields = [
  'title',
  'company',
  'kind',
  'cities',
  'degree',
  'majors',
  'salary',
  'headcount',
  'deadline',
  'applyUrl',
  'email',
  'applyNote',
  'source',
  'origin',
  'url',
  'graduationYear',
  'published',
  'kindText',
  'body',
] as const;
export type ImportField = (typeof importFields)[number];

/** A row as a table writes it: texts by column, none of them blank. */
export type ImportTexts = Partial<Record<ImportField, string>>;

export const importFieldNames = {
  title: '岗位名称',
  company: '单位',
  kind: '性质',
  cities: '城市',
  degree: '学历',
  majors: '专业',
  salary: '薪资',
  headcount: '人数',
  deadline: '截止时间',
  applyUrl: '投递链接',
  email: '投递邮箱',
  applyNote: '投递方式',
  source: '来源',
  origin: '来源类型',
  url: '原文链接',
  graduationYear: '届别',
  published: '发布时间',
  kindText: '性质原文',
  body: '正文',
} as const satisfies Record<ImportField, string>;

/** A column of the table to fill in, with what may stand in it. */
export interface TemplateColumn {
  field: ImportField;
  hint: string;
  example: string;
}

export const templateColumns: readonly TemplateColumn[] = [
  { field: 'title', hint: '必填，2–60 字', example: '车辆试验工程师' },
  { field: 'company', hint: '必填，写全称', example: '江州启明汽车有限公司' },
  {
    field: 'kind',
    hint: '校招、实习、内推、公务员/选调、事业单位、基层项目、校内岗位、社招、升学',
    example: '校招',
  },
  { field: 'cities', hint: '几个城市用顿号隔开', example: '杭州、宁波' },
  { field: 'degree', hint: '接受的最低学历：大专、本科、硕士、博士、不限', example: '本科及以上' },
  { field: 'majors', hint: '几个专业用顿号隔开，不要求就写“不限”', example: '车辆工程、机械类' },
  { field: 'salary', hint: '带上单位：8K-12K、150元/天、18万/年、面议', example: '8000-12000元/月' },
  { field: 'headcount', hint: '数字', example: '3' },
  { field: 'deadline', hint: '到哪天（或几点）为止；没有就留空，30 天后复核', example: '2026-12-31 18:00' },
  { field: 'applyUrl', hint: 'http:// 或 https:// 开头', example: 'https://jobs.example.com/1024' },
  { field: 'email', hint: '单位的招聘邮箱', example: 'hr@example.com' },
  { field: 'applyNote', hint: '现场、电话以外的其他办法', example: '' },
  { field: 'source', hint: '从哪里看到的', example: '学院就业群' },
  { field: 'origin', hint: '学院、老师、校友、企业、转载', example: '学院' },
  { field: 'url', hint: '公告原文的网址', example: '' },
  { field: 'graduationYear', hint: '面向哪一届', example: '2027' },
  {
    field: 'body',
    hint: '职责和要求，格子里可以换行',
    example: '负责整车道路试验，整理试验数据和报告。要求熟悉汽车构造，能接受出差。',
  },
];

/** Rows that one file may hold on the page; more are for the command line. */
export const maxImportRows = 500;
