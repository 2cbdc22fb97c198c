import type { DigestPiece } from '@qihang/shared/digests/contract';
import { countWords, urgentIn } from '@qihang/shared/digests/text';
import { pillOf } from '@qihang/shared/jobs/pill';
import { wallClockAt } from '@qihang/shared/time/shanghai';
import { type Code, drawCode } from './code';
import { box, type Pen, picture, pill, pillWidth } from './svg';

export interface Shown {
  /** What it is about, in the order in which it is shown; at least one. */
  pieces: readonly DigestPiece[];
  school: string;
  now: Date;
}

/** At twice the size of a phone's screen. */
const width = 750;
const side = 48;
const rows = { most: 5, left: 28, width: 694, height: 134, gap: 16, inner: 28 } as const;
const footHeight = 272;

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** `11月20日 周五` */
export function dayWords(now: Date): string {
  const { month, day, weekday } = wallClockAt(now.getTime());
  return `${month}月${day}日 ${weekdays[weekday] ?? ''}`;
}

export const pillOfPiece = (piece: DigestPiece, now: Date) =>
  piece.state === null
    ? null
    : pillOf(
        { state: piece.state, deadline: piece.deadline, deadlineAt: piece.deadlineAt, recheckOn: null },
        now,
      );

/** What is said of a job in one line: as many of its facts as fit whole. */
export function factsOf(drawn: Pen, piece: DigestPiece, size: number, width: number): string {
  const [first, ...others] = [
    piece.from,
    piece.place,
    piece.headcount === null ? piece.degree : `招 ${piece.headcount} 人`,
  ].filter((fact) => fact !== null);
  return others.reduce((line, fact) => {
    const longer = `${line} · ${fact}`;
    return drawn.widthOf(longer, { size }) <= width ? longer : line;
  }, first ?? '');
}

/** The pay where it is short enough to be read next to the title; a sentence about it is for the page. */
export const shortPay = (drawn: Pen, { pay }: DigestPiece, size: number, width: number): string | null =>
  pay !== null && drawn.widthOf(pay, { size, weight: 600 }) <= width ? pay : null;

/** `8 个岗位`; `9 条` where articles are among them. */
const inAll = (pieces: readonly DigestPiece[]): string =>
  new Set(pieces.map(({ type }) => type)).size > 1 ? `${pieces.length} 条` : countWords(pieces);

function foot(drawn: Pen, y: number, code: Code, words: string): string[] {
  return [
    box({ x: 0, y, width, height: footHeight }, 'card'),
    drawCode(code, { x: side, y: y + 30, size: 212 }),
    drawn.line(words, { x: 292, y: y + 108, size: 34, weight: 600, colour: 'ink', width: 420 }),
    drawn.line('不用登录就能看', { x: 292, y: y + 154, size: 26, colour: 'ink-2', width: 420 }),
    drawn.line('任何收费都请举报', { x: 292, y: y + 194, size: 26, colour: 'ink-2', width: 420 }),
  ];
}

function row(drawn: Pen, piece: DigestPiece, y: number, now: Date): string[] {
  const left = rows.left + rows.inner;
  const right = rows.left + rows.width - rows.inner;
  const deadline = pillOfPiece(piece, now);
  const look = { size: 30, weight: 600 } as const;
  const pay = shortPay(drawn, piece, look.size, 200);
  const payRoom = pay === null ? 0 : drawn.widthOf(pay, look) + 20;
  const pillRoom = deadline ? pillWidth(drawn, deadline, 24) + 20 : 0;
  return [
    box({ x: rows.left, y, width: rows.width, height: rows.height, radius: 20 }, 'card'),
    drawn.line(piece.title, {
      x: left,
      y: y + 58,
      size: 32,
      weight: 600,
      colour: 'ink',
      width: right - left - payRoom,
    }),
    pay === null
      ? ''
      : drawn.line(pay, { x: right, y: y + 57, right: true, ...look, colour: 'brand', width: payRoom }),
    drawn.line(
      piece.type === 'job' ? factsOf(drawn, piece, 26, right - left - pillRoom) : piece.summary || piece.from,
      {
        x: left,
        y: y + 101,
        size: 26,
        colour: 'ink-2',
        width: right - left - pillRoom,
      },
    ),
    deadline ? pill(drawn, deadline, { x: right, y: y + 92, right: true, size: 24 }) : '',
  ];
}

/** A poster of several pieces: five at most, and how many there are in all. */
function several(drawn: Pen, { pieces, school, now }: Shown, code: Code): string {
  const shown = pieces.slice(0, rows.most);
  const urgent = urgentIn(pieces);
  const top = 292;
  const end = top + shown.length * (rows.height + rows.gap) - rows.gap + 36;
  const deck = (text: string, y: number, size: number, strong: boolean, x = side) =>
    drawn.line(text, {
      x,
      y,
      size,
      weight: strong ? 600 : 400,
      colour: strong ? 'on-deck' : 'on-deck-2',
      width: width - x - side,
    });
  const date = `${dayWords(now)}${urgent > 0 ? ' · ' : ''}`;
  return picture(width, end + footHeight, [
    box({ x: 0, y: 0, width, height: end }, 'page'),
    box({ x: 0, y: 0, width, height: 264 }, 'deck'),
    deck(`${school}就业信息`, 86, 26, false),
    deck(`今天值得看的 ${inAll(pieces)}`, 157, 56, true),
    deck(date, 206, 30, false),
    urgent > 0 ? deck(`${urgent} 个快截止`, 206, 30, true, side + drawn.widthOf(date, { size: 30 })) : '',
    ...shown.flatMap((piece, i) => row(drawn, piece, top + i * (rows.height + rows.gap), now)),
    ...foot(
      drawn,
      end,
      code,
      `长按识别，看全部 ${pieces.length} ${pieces.every(({ type }) => type === 'job') ? '个' : '条'}`,
    ),
  ]);
}

/** A poster of one job or article. */
function single(drawn: Pen, piece: DigestPiece, { school, now }: Shown, code: Code): string {
  const left = rows.left + 36;
  const right = rows.left + rows.width - 36;
  const room = right - left;
  const deadline = pillOfPiece(piece, now);
  const parts: string[] = [];
  let y = 190;
  const put = (
    lines: string[],
    look: { size: number; weight?: 400 | 600; height: number },
    colour: 'ink' | 'ink-2',
  ) => {
    for (const text of lines) {
      y += look.height;
      parts.push(
        drawn.line(text, { x: left, y, size: look.size, weight: look.weight ?? 400, colour, width: room }),
      );
    }
  };
  const rule = () => {
    y += 34;
    parts.push(box({ x: left, y, width: room, height: 2 }, 'line'));
    y += 12;
  };
  put(
    drawn.wrapped(piece.title, room, 3, { size: 48, weight: 600 }),
    { size: 48, weight: 600, height: 66 },
    'ink',
  );
  y += 8;
  put(drawn.wrapped(piece.from, room, 2, { size: 30 }), { size: 30, height: 46 }, 'ink-2');
  if (deadline) {
    y += 62;
    parts.push(pill(drawn, deadline, { x: left, y: y - 6, size: 28 }));
    y += 10;
  }
  if (piece.type === 'post' && piece.summary) {
    rule();
    put(drawn.wrapped(piece.summary, room, 6, { size: 30 }), { size: 30, height: 50 }, 'ink');
  }
  const facts: [string, string | null][] = [
    ['薪资', piece.pay],
    ['地点', piece.place],
    ['学历', piece.degree],
    ['人数', piece.headcount === null ? null : `${piece.headcount} 人`],
  ];
  const told = facts.filter((fact): fact is [string, string] => fact[1] !== null);
  if (told.length > 0) {
    rule();
    for (const [label, value] of told) {
      y += 54;
      const pay = label === '薪资';
      parts.push(
        drawn.line(label, { x: left, y, size: 28, colour: 'ink-3', width: 100 }),
        drawn.line(value, {
          x: left + 104,
          y,
          size: 30,
          weight: pay ? 600 : 400,
          colour: pay ? 'brand' : 'ink',
          width: room - 104,
        }),
      );
    }
  }
  const cardEnd = y + 44;
  const end = cardEnd + 36;
  return picture(width, end + footHeight, [
    box({ x: 0, y: 0, width, height: end }, 'page'),
    box({ x: 0, y: 0, width, height: 260 }, 'deck'),
    drawn.line(`${school}就业信息`, {
      x: side,
      y: 96,
      size: 34,
      weight: 600,
      colour: 'on-deck',
      width: width - 2 * side,
    }),
    drawn.line(dayWords(now), { x: side, y: 138, size: 26, colour: 'on-deck-2', width: width - 2 * side }),
    box({ x: rows.left, y: 178, width: rows.width, height: cardEnd - 178, radius: 20 }, 'card'),
    ...parts,
    ...foot(drawn, end, code, piece.type === 'job' ? '长按识别，看详情' : '长按识别，读全文'),
  ]);
}

/** A poster as SVG. Long words are cut with …; what the font has no sign for is left out. */
export function posterOf(drawn: Pen, shown: Shown, code: Code): string {
  const [only] = shown.pieces;
  return shown.pieces.length === 1 && only ? single(drawn, only, shown, code) : several(drawn, shown, code);
}
