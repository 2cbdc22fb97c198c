/** Headings with which an article of a kind begins. A template only ever adds headings; what is written stays. */
export interface PostTemplate {
  id: string;
  name: string;
  /** What it asks for, in a line. */
  about: string;
  headings: readonly string[];
  /** Boards of a new database that are for such articles; none for what any board may use. */
  boards: readonly string[];
}

export const postTemplates: readonly PostTemplate[] = [
  {
    id: 'preparation',
    name: '备考时间表',
    about: '适合谁、每周做什么、用了什么资料、踩过的坑',
    headings: ['适合谁', '每周做什么', '用了什么资料', '踩过的坑'],
    boards: ['guidance'],
  },
  {
    id: 'interview',
    name: '面试经过',
    about: '单位和岗位、流程、问了什么、结果、建议',
    headings: ['单位和岗位', '流程', '问了什么', '结果', '建议'],
    boards: ['guidance'],
  },
  {
    id: 'policy',
    name: '政策解读',
    about: '一句话结论、谁适用、怎么办、原文链接',
    headings: ['一句话结论', '谁适用', '怎么办', '原文链接'],
    boards: ['guidance', 'affairs'],
  },
  {
    id: 'exam',
    name: '招考报名要点',
    about: '谁可以报、时间安排、材料、咨询',
    headings: ['谁可以报', '时间安排', '材料', '咨询'],
    boards: ['affairs', 'notices'],
  },
  {
    id: 'study',
    name: '时政学习',
    about: '要点、原文、和我们有什么关系、延伸阅读',
    headings: ['要点', '原文', '和我们有什么关系', '延伸阅读'],
    boards: ['affairs'],
  },
  {
    id: 'exemplar',
    name: '就业典范',
    about: '人物、选择、做法、给同学的话',
    headings: ['人物', '选择', '做法', '给同学的话'],
    boards: ['exemplars'],
  },
  {
    id: 'notice',
    name: '通知',
    about: '什么事、谁要做、什么时候、怎么做、找谁问',
    headings: ['什么事', '谁要做', '什么时候', '怎么做', '找谁问'],
    boards: ['notices'],
  },
  {
    id: 'general',
    name: '一般文章',
    about: '先说结论、具体情况、怎么做、参考资料',
    headings: ['先说结论', '具体情况', '怎么做', '参考资料'],
    boards: [],
  },
];

/** All templates, those for this board first. A board that an admin added has the general one first. */
export function templatesFor(board: string): PostTemplate[] {
  const own = postTemplates.filter(({ boards }) => boards.includes(board));
  const general = postTemplates.filter(({ boards }) => boards.length === 0);
  const first = [...own, ...general];
  return [...first, ...postTemplates.filter((template) => !first.includes(template))];
}
