import { withoutInvisible } from './invisible';

/** What the cleaning of a pasted text did, by kind and how often. */
export const cleaningKinds = [
  'invisible',
  'spaces',
  'joined',
  'lists',
  'separators',
  'blank-lines',
  'tables',
] as const;
export type CleaningKind = (typeof cleaningKinds)[number];

export interface Cleaning {
  kind: CleaningKind;
  count: number;
  /** The first place, before and after. */
  before: string;
  after: string;
}

export interface Cleaned {
  text: string;
  changes: Cleaning[];
}

/** Marks that only ever stand for a bullet. Other emojis say something and stay. */
const bullet =
  /^[ \t]*(?:[•·●○◦◆◇■□▪▫◼◻▶►▷➤➢➔➜➡→⇒»❖★☆※◎⚫⚪✅☑✔✓❤♦♥☞✦✧✪❯]|\ud83d[\udd38\udd39\udd36\udd37\udd3a\udccc\udc49\udd34\udd35]|\ud83d\udfe2|\ud83c\udf1f|[\uf0a7\uf0b7\uf06c\uf0d8\uf0fc\uf076])\ufe0f?[ \t]*(?=[^\s])/;
const dash = /^[ \t]*[-*+–—－＊‐][ \t]+(?=\S)/;
const circled = /^[ \t]*([①-⑳⑴-⒇⒈-⒛❶-❿➀-➉➊-➓])[ \t]*(?=\S)/;
const keycap = /^[ \t]*([0-9])\ufe0f?\u20e3[ \t]*(?=\S)/;
const counted =
  /^[ \t]*(?:[（(]([0-9]{1,2})[)）]|([0-9]{1,2})(?:[、．)）]|\.(?![0-9]))|([0-9]{1,2})[.．](?=[ \t]))[ \t]*(?=\S)/;
const otherEmoji = /^[ \t]*(?:[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u27bf])/;

const separator = /^[ \t]*(?:[-–—―─━═=＝_＿~～*＊·•●◆◇☆★▲▼▽△※#＃.。…⋯▬▁▔><〓✦✧✿❀➖][ \t]*){4,}$/;
const rule = '---';

const fence = /^[ \t]*(?:`{3,}|~{3,})/;
const markdownMark = /^[ \t]*(?:#{1,6} |>|[-*+] |\d{1,9}[.)] |\||!\[|---$)/;

const circledNumber = (mark: string): number => {
  const code = mark.charCodeAt(0);
  const bases = [
    [0x2460, 0x2473],
    [0x2474, 0x2487],
    [0x2488, 0x249b],
    [0x2776, 0x277f],
    [0x2780, 0x2789],
    [0x278a, 0x2793],
  ] as const;
  for (const [first, last] of bases) if (code >= first && code <= last) return code - first + 1;
  return 1;
};

/** Counts what was done and keeps the first place of each kind. */
class Notes {
  private readonly found = new Map<CleaningKind, Cleaning>();
  note(kind: CleaningKind, before: string, after: string, count = 1): void {
    const known = this.found.get(kind);
    if (known) known.count += count;
    else
      this.found.set(kind, {
        kind,
        count,
        before: before.trim().slice(0, 60),
        after: after.trim().slice(0, 60),
      });
  }
  list(): Cleaning[] {
    return cleaningKinds.flatMap((kind) => this.found.get(kind) ?? []);
  }
}

/** Columns that a text takes: two for a Chinese character. */
const widthOf = (text: string): number => {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0x2e7f ? 2 : 1;
  return width;
};

const wideEnd = /[\u2e80-\uffef]$/;
const wideStart = /^[\u2e80-\uffef]/;
const sentenceEnd = /[。！？!?；;：:…”」』）)】》.]["'”’]?$/;
const goesOn = /[，、,（(《“「『]$/;
const cannotBegin = /^[，。、；：！？）》”」』】,.;:!?)]/;
/** 报名时间： and 一、 begin something of their own. */
const begins =
  /^(?:[^，。；\s]{1,10}[：:]|[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十\d]{1,3}[章节条部周步]|[（(][一二三四五六七八九十]{1,3}[)）]|【|附件|注[:：])/;

/** Room in columns below which a short line is meant, such as a line of an address or a poem. */
const narrowest = 30;

const joint = (above: string, below: string) =>
  wideEnd.test(above) || wideStart.test(below) || above.endsWith('-') ? '' : ' ';

/** Lines that a PDF or a chat cut in the middle of a sentence become one again. */
function joinLines(lines: string[], notes: Notes): string[] {
  const joined: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    const widest = Math.max(...paragraph.map(widthOf), 0);
    let current: string | undefined;
    let lastPart = '';
    for (const line of paragraph) {
      if (current === undefined) {
        current = line;
        lastPart = line;
        continue;
      }
      const apart = markdownMark.test(line) || begins.test(line);
      const full = widest >= narrowest && widthOf(lastPart) >= widest * 0.82 && !sentenceEnd.test(lastPart);
      const cut = goesOn.test(lastPart) && widthOf(lastPart) >= narrowest / 2;
      if (!apart && !isRow(lastPart) && (full || cut || cannotBegin.test(line))) {
        notes.note('joined', `${lastPart}⏎${line}`, `${lastPart}${joint(lastPart, line)}${line}`);
        current += joint(current, line) + line;
      } else {
        joined.push(current);
        current = line;
      }
      lastPart = line;
    }
    if (current !== undefined) joined.push(current);
    paragraph = [];
  };
  let code = false;
  for (const line of lines) {
    if (fence.test(line)) code = !code;
    if (
      code ||
      fence.test(line) ||
      line.trim() === '' ||
      line === rule ||
      isRow(line) ||
      /^#{1,6} /.test(line)
    ) {
      flush();
      joined.push(line);
    } else paragraph.push(line);
  }
  flush();
  return joined;
}

const isRow = (line: string) => /^\|.*\|$/.test(line.trim());

interface Item {
  mark: string;
  words: string;
}

/** How a line begins as an item of a list; `sure` where it needs no neighbour to be one. */
function itemOf(line: string): (Item & { sure: boolean }) | null {
  const indent = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, '  ').length ?? 0;
  const deep = indent >= 2 && indent < 8 ? '  '.repeat(Math.min(2, Math.floor(indent / 2))) : '';
  const rest = (found: RegExpExecArray) => line.slice(found[0].length);
  const marked = (found: RegExpExecArray | null, mark: string, sure: boolean) =>
    found && { mark, words: rest(found), sure };
  const circle = circled.exec(line);
  if (circle) return marked(circle, `${deep}${circledNumber(circle[1] ?? '')}. `, true);
  const cap = keycap.exec(line);
  if (cap) return marked(cap, `${deep}${cap[1]}. `, true);
  const count = counted.exec(line);
  if (count) return marked(count, `${deep}${count[1] ?? count[2] ?? count[3]}. `, false);
  return marked(bullet.exec(line), `${deep}- `, true) ?? marked(dash.exec(line), `${deep}- `, true);
}

const numberOf = (mark: string) => Number(/\d+/.exec(mark)?.[0] ?? Number.NaN);

/** Bullets and counts of all kinds become the marks of Markdown. A count needs another one next to it: 3、 alone may be a year. */
function markLists(lines: string[], notes: Notes): string[] {
  const items = lines.map(itemOf);
  const at = (from: number, step: number) => {
    let next = from + step;
    while (next >= 0 && next < lines.length && lines[next]?.trim() === '') next += step;
    return items[next] ?? null;
  };
  const beside = (index: number, mark: string) =>
    [at(index, -1), at(index, 1)].some(
      (other) => other !== null && Math.abs(numberOf(other.mark) - numberOf(mark)) === 1,
    );
  const emojiBeside = (index: number) =>
    [lines[index - 1], lines[index + 1]].some((line) => line !== undefined && otherEmoji.test(line));
  let code = false;
  return lines.map((line, index) => {
    if (fence.test(line)) code = !code;
    if (code || fence.test(line) || line === rule) return line;
    const item = items[index];
    if (item && (item.sure || beside(index, item.mark))) {
      const marked = item.mark + item.words;
      if (marked !== line) notes.note('lists', line, marked);
      return marked;
    }
    if (!item && otherEmoji.test(line) && emojiBeside(index) && line.trim().length > 2) {
      const marked = `- ${line.trim()}`;
      notes.note('lists', line, marked);
      return marked;
    }
    return line;
  });
}

/** Rows that were copied from a sheet, told by their tabs, become a table. */
function markTables(lines: string[], notes: Notes): string[] {
  const result: string[] = [];
  const tabs = (line: string | undefined) => (line?.match(/\t/g) ?? []).length;
  for (let at = 0; at < lines.length; at += 1) {
    const columns = tabs(lines[at]);
    let end = at;
    while (columns > 0 && tabs(lines[end]) === columns && lines[end]?.trim() !== '') end += 1;
    if (end - at < 2) {
      result.push(lines[at] ?? '');
      continue;
    }
    const rows = lines.slice(at, end).map(
      (line) =>
        `| ${line
          .split('\t')
          .map((cell) => cell.trim().replace(/\|/g, '\\|'))
          .join(' | ')} |`,
    );
    notes.note('tables', lines[at] ?? '', rows[0] ?? '');
    result.push('', rows[0] ?? '', `|${' --- |'.repeat(columns + 1)}`, ...rows.slice(1), '');
    at = end - 1;
  }
  return result;
}

/** Blanks of every kind to plain ones; none at the ends of a line, where they would make code or nothing at all. */
function plainSpaces(line: string): string {
  const plain = line.replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g, ' ').trimEnd();
  const words = plain.replace(/^[ \t]+/, '');
  // What is moved in stays so where it may be an item of a list inside of another one.
  return itemOf(plain) || /^[-*+] |^\d{1,9}[.)] /.test(words)
    ? plain
    : /\t/.test(words)
      ? plain.replace(/^ +/, '')
      : words;
}

/**
 * Makes a pasted text fit to be read as Markdown, whatever it comes from: invisible characters, odd blanks, lines that were cut in the
 * middle, bullets and counts of all kinds, lines of dashes, rows of a sheet, too many empty lines. Words stay, in their order;
 * code between fences stays as it is. Cleaning twice changes nothing.
 */
export function cleanText(original: string): Cleaned {
  const notes = new Notes();
  const unified = original.replace(/\r\n?|[\u2028\u2029\v\f\x85]/g, '\n');
  const visible = withoutInvisible(unified);
  if (visible.length < unified.length) {
    const gone = unified.length - visible.length;
    notes.note('invisible', `${gone} 个看不见的字符`, '', gone);
  }
  let code = false;
  const spaced = visible.split('\n').map((line) => {
    if (fence.test(line)) code = !code;
    if (code || fence.test(line)) return line;
    if (separator.test(line) && line.trim() !== rule) {
      notes.note('separators', line, rule);
      return rule;
    }
    const plain = plainSpaces(line);
    if (plain !== line && plain.trim() !== '') notes.note('spaces', line.replace(/\u3000/g, '□'), plain);
    return plain;
  });
  const listed = markLists(markTables(spaced, notes), notes);
  const whole = joinLines(listed, notes);
  // A line of dashes right below words would make a heading of them.
  const parted = whole.flatMap((line, at) => (line === rule && whole[at - 1]?.trim() ? ['', line] : [line]));
  const text = parted
    .filter((line, at) => !isGap(parted, at, line))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
  const single = withSingleBlanks(text);
  if (single !== text)
    notes.note('blank-lines', '连续空行', '', text.split('\n').length - single.split('\n').length);
  return { text: single, changes: notes.list() };
}

/** An empty line between two items of the same list, of which there is one list either way. */
function isGap(lines: readonly string[], at: number, line: string): boolean {
  if (line.trim() !== '') return false;
  const kindOf = (one: string | undefined) =>
    /^( *)(-|\d{1,9}\.) /
      .exec(one ?? '')
      ?.slice(1, 3)
      .map((part) => part.replace(/\d+/, ''))
      .join('|');
  const above = kindOf(lines[at - 1]);
  let next = at;
  while (lines[next]?.trim() === '') next += 1;
  return above !== undefined && above === kindOf(lines[next]) && next === at + 1;
}

function withSingleBlanks(text: string): string {
  let code = false;
  let blank = false;
  return text
    .split('\n')
    .filter((line) => {
      if (fence.test(line)) code = !code;
      const empty = line.trim() === '' && !code;
      const keep = !(empty && blank);
      blank = empty;
      return keep;
    })
    .join('\n');
}
