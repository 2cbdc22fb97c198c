import type { ImportField } from '@qihang/shared/jobs/import/columns';

/** Why a row is refused, in the words of the report. */
export const refusals = {
  broken: '不是完整的一行',
  'no-title': '没有岗位名称',
  'no-company': '没有单位',
  'bad-title': '岗位名称不合要求',
  'bad-company': '单位不合要求',
  'long-body': '正文太长',
  'bad-field': '有一项不合要求',
  'lint-block': '发布前自检不通过',
  'lint-warnings': '自检有提醒，要写明理由才导入',
  'write-failed': '写入数据库失败',
} as const;
export type RefusalCode = keyof typeof refusals;

/** What was done with a text that could not be taken over as it is; the row comes in all the same. */
export const noteKinds = {
  'no-deadline': '没有截止时间，30 天后复核',
  'deadline-passed': '截止时间已过，导入为已截止',
  'deadline-year': '截止时间没有写年份，取最近的一个',
  'deadline-text': '截止时间没有读出日期，原文留在正文，30 天后复核',
  'says-closed': '原文说已截止但没有日期，标为待核实',
  'salary-unit': '薪资没有写单位，按数额理解，原文留在正文',
  'salary-text': '薪资没有读出数字，按原文保留',
  'degree-text': '学历没有读出，按原文保留',
  'majors-text': '专业没有读全，原文留在正文',
  'cities-text': '工作地点没有读出城市，原文留在正文',
  'cities-open': '工作地点不限城市，原文留在正文',
  'headcount-text': '人数没有读出，原文留在正文',
  'headcount-least': '人数不是一个整数，取最少的，原文留在正文',
  'headcount-open': '人数没有限定，原文留在正文',
  'year-text': '届别没有读出，原文留在正文',
  'year-several': '面向不止一届，原文留在正文',
  'kind-mapped': '类型不在九类之内，归入最接近的一类',
  'kind-from-title': '没有可用的类型，按岗位名称判断',
  'kind-default': '没有可用的类型，归入社招',
  'published-text': '发布时间没有完整的过去日期，按导入时间算',
  'url-text': '链接不是网址，原文留在正文',
  'email-text': '投递邮箱不是邮箱，原文留在正文',
  'long-title': '岗位名称太长，已缩短，全文放在正文开头',
  'long-text': '内容太长，缩短后全文留在正文',
  'no-source': '没有写来源',
  'company-is-place': '单位写的是地名',
  garbled: '有无法显示的字符',
  'headcount-shared': '人数和上面几行合用一格，没有当成这一行的人数',
  'file-doubt': '表格里的这一格可能和写的不一样',
} as const;
export type NoteCode = keyof typeof noteKinds;

/** The column whose text a note is about. */
const noteFields = {
  'no-deadline': 'deadline',
  'deadline-passed': 'deadline',
  'deadline-year': 'deadline',
  'deadline-text': 'deadline',
  'says-closed': 'deadline',
  'salary-unit': 'salary',
  'salary-text': 'salary',
  'degree-text': 'degree',
  'majors-text': 'majors',
  'cities-text': 'cities',
  'cities-open': 'cities',
  'headcount-text': 'headcount',
  'headcount-least': 'headcount',
  'headcount-open': 'headcount',
  'year-text': 'graduationYear',
  'year-several': 'graduationYear',
  'kind-mapped': 'kind',
  'kind-from-title': 'kind',
  'kind-default': 'kind',
  'published-text': 'published',
  'url-text': 'url',
  'email-text': 'email',
  'long-title': 'title',
  'long-text': null,
  'no-source': 'source',
  'company-is-place': 'company',
  garbled: null,
  'headcount-shared': 'headcount',
  'file-doubt': null,
} as const satisfies Record<NoteCode, ImportField | null>;

/** Notes of a text that somebody should look at: it was not understood, or perhaps not meant. */
const unread = new Set<NoteCode>([
  'deadline-passed',
  'deadline-text',
  'says-closed',
  'salary-text',
  'degree-text',
  'majors-text',
  'cities-text',
  'headcount-text',
  'year-text',
  'published-text',
  'url-text',
  'email-text',
  'company-is-place',
  'garbled',
  'headcount-shared',
  'file-doubt',
]);
export const isUnread = (code: NoteCode): boolean => unread.has(code);

export interface Finding<Code> {
  code: Code;
  /** The column it is about; null for the row as a whole. */
  field: ImportField | null;
  /** A sentence that names the field and quotes the text. */
  text: string;
}

const quoteLength = 40;

/** A text in quotation marks, shortened for a message. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > quoteLength ? `${line.slice(0, quoteLength)}…` : line}”`;
};

/** What reading one row comes across: notes for the report, and words to keep for the reader. */
export class Findings {
  readonly notes: Finding<NoteCode>[] = [];
  /** Fields whose text says more than their value. */
  readonly fuller = new Set<ImportField>();
  private readonly kept: string[] = [];
  private fullTitle = '';

  note(code: NoteCode, text?: string, field: ImportField | null = noteFields[code]): void {
    this.notes.push({
      code,
      field,
      text: text === undefined ? noteKinds[code] : `${noteKinds[code]}：${quoted(text)}`,
    });
  }

  /** A note in words of its own. */
  say(code: NoteCode, text: string, field: ImportField | null): void {
    this.notes.push({ code, field, text });
  }

  /** Puts words that fit no field below the body. `field`: the one whose value they go beyond. */
  keep(label: string, text: string, field?: ImportField): void {
    this.kept.push(`${label}：${text}`);
    if (field) this.fuller.add(field);
  }

  keepTitle(title: string): void {
    this.fullTitle = title;
  }

  bodyWith(body: string): string {
    const below = this.kept.length === 0 ? '' : `原表中的其他内容\n${this.kept.join('\n')}`;
    return [this.fullTitle, body, below].filter(Boolean).join('\n\n');
  }
}
