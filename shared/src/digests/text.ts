import { wallClockAt } from '../time/shanghai';
import type { DigestPiece, DigestStyle } from './contract';
import { clipped, linesOf, plain } from './width';

/** What the text of a digest is made from. */
export interface DigestSource {
  pieces: readonly DigestPiece[];
  style: DigestStyle;
  /** What the last lines lead to; null for none. */
  link: string | null;
  now: Date;
}

/** A bubble of a chat on a phone 375 px wide: so many full-width characters in a line, so many lines on a screen. */
const bubble = { columns: 15, rows: 26 } as const;

/** Widths in full-width characters beyond which a part of an entry is cut. */
const widths = { title: 22, from: 14, place: 14, pay: 12, summary: 40 } as const;

const slash = ({ month, day }: { month: number; day: number }) => `${month}/${day}`;

/** Until when one can apply: `今天 18:00 截止`, `11/25 截止`, `2027/1/5 截止`; `长期招` and `待核实` where there is no day to name. */
export function endWordsOf(piece: Pick<DigestPiece, 'deadline' | 'state'>, now: Date): string | null {
  if (piece.state === null) return null;
  if (piece.state === 'unverified') return '待核实';
  if (piece.deadline === null) return '长期招';
  const [date = '', time] = piece.deadline.split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const today = wallClockAt(now.getTime());
  const isToday = year === today.year && month === today.month && day === today.day;
  const named = year === today.year ? slash({ month, day }) : `${year}/${slash({ month, day })}`;
  return `${[isToday ? '今天' : named, ...(time === undefined ? [] : [time])].join(' ')}${
    isToday && time === undefined ? '' : ' '
  }截止`;
}

/** Jobs that close today or within three days. */
export const urgentIn = (pieces: readonly DigestPiece[]): number =>
  pieces.filter(({ state }) => state === 'closing-today' || state === 'closing-soon').length;

/** `6 个岗位、2 篇文章` */
export function countWords(pieces: readonly Pick<DigestPiece, 'type'>[]): string {
  const jobs = pieces.filter(({ type }) => type === 'job').length;
  const posts = pieces.length - jobs;
  return [jobs > 0 && `${jobs} 个岗位`, posts > 0 && `${posts} 篇文章`].filter(Boolean).join('、');
}

/** ① to ⑳, as many as a digest has entries. */
const numbered = (i: number) => String.fromCodePoint(0x2460 + i);

function entryOf(piece: DigestPiece, mark: string, style: DigestStyle, now: Date): string {
  const head = `${mark}${clipped(plain(piece.title), widths.title)}｜${clipped(plain(piece.from), widths.from)}`;
  const about =
    piece.type === 'job'
      ? [
          piece.place && clipped(plain(piece.place).replace(/ \/ /g, '/'), widths.place),
          style.pay && piece.pay && clipped(plain(piece.pay), widths.pay),
          piece.degree && plain(piece.degree),
          endWordsOf(piece, now),
        ]
          .filter(Boolean)
          .join('，')
      : clipped(plain(piece.summary ?? ''), widths.summary);
  const apply = style.apply && piece.apply ? `投递：${plain(piece.apply)}` : '';
  return [head, about, apply].filter(Boolean).join('\n');
}

const rowsOf = (text: string) => linesOf(text, bubble.columns);

/** Entries in groups whose rows fit below a head and above a foot. */
function onScreens(entries: readonly string[], room: number): string[][] {
  const screens: string[][] = [];
  let screen: string[] = [];
  let left = 0;
  for (const entry of entries) {
    const rows = rowsOf(entry);
    if (screens.length === 0 || rows > left) {
      screen = [];
      screens.push(screen);
      left = room;
    }
    screen.push(entry);
    left -= rows;
  }
  return screens;
}

/**
 * The messages to paste into a WeChat group, in order; each fits one screen of a phone. An entry is never cut in two, and each
 * message leads to the whole by itself, since groups scroll on.
 */
export function digestParts({ pieces, style, link, now }: DigestSource): string[] {
  const name = `【就业日报 ${slash(wallClockAt(now.getTime()))}】`;
  const urgent = urgentIn(pieces);
  const only = pieces.length === 1;
  const title = only ? name : `${name}今天 ${countWords(pieces)}${urgent > 0 ? `，${urgent} 个快截止` : ''}`;
  const entries = pieces.map((piece, i) => entryOf(piece, only ? '' : `${numbered(i)} `, style, now));
  const foot = [
    ...(style.link && link !== null ? [only ? '看详情并收藏提醒：' : '看全部并收藏提醒：', link] : []),
    '任何收费都请举报，别转账',
  ].join('\n');
  // The head takes two rows at most, with the number of the message; an empty row parts it from the entries, and these from the foot.
  const screens = onScreens(entries, bubble.rows - 4 - rowsOf(foot));
  return screens.map((screen, i) => {
    const which = screens.length === 1 ? '' : `（${i + 1}/${screens.length}）`;
    const head = i === 0 ? title + which : `${name}接上条${which}`;
    return `${head}\n\n${screen.join('\n')}\n\n${foot}`;
  });
}

/** Characters of all messages as people count them. */
export const lengthOf = (parts: readonly string[]): number =>
  parts.reduce((sum, part) => sum + [...part.replace(/\s/g, '')].length, 0);

/** Whether a message fits one screen of a phone. */
export const fitsScreen = (part: string): boolean => rowsOf(part) <= bubble.rows;
