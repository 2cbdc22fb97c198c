import type { DigestPiece } from '@qihang/shared/digests/contract';
import { countWords, urgentIn } from '@qihang/shared/digests/text';
import { dayWords, factsOf, pillOfPiece, type Shown, shortPay } from './poster';
import { box, type Pen, picture, pill, pillWidth } from './svg';

/** 5:4, as WeChat shows the picture of a share card. */
const width = 1000;
const height = 800;
const side = 72;
const room = width - 2 * side;

function several(drawn: Pen, { pieces, school, now }: Shown): string {
  const urgent = urgentIn(pieces);
  const deck = 288;
  const rowHeight = 132;
  const top = deck + Math.round((height - deck - 3 * rowHeight) / 3);
  const rows = pieces.slice(0, 3).flatMap((piece, i) => {
    const y = top + i * rowHeight;
    const deadline = pillOfPiece(piece, now);
    const taken = deadline
      ? pillWidth(drawn, { ...deadline, words: deadline.words.slice(0, 1) }, 36) + 32
      : 0;
    return [
      i === 0 ? '' : box({ x: side, y, width: room, height: 2 }, 'line'),
      drawn.line(piece.title, {
        x: side,
        y: y + 83,
        size: 48,
        weight: 600,
        colour: 'ink',
        width: room - taken,
      }),
      deadline
        ? pill(
            drawn,
            { ...deadline, words: deadline.words.slice(0, 1) },
            { x: width - side, y: y + 66, right: true, size: 36 },
          )
        : '',
    ];
  });
  return picture(width, height, [
    box({ x: 0, y: 0, width, height }, 'card'),
    box({ x: 0, y: 0, width, height: deck }, 'deck'),
    drawn.line(`${school}就业信息 · ${dayWords(now)}`, {
      x: side,
      y: 116,
      size: 40,
      colour: 'on-deck-2',
      width: room,
    }),
    drawn.line(`${countWords(pieces)}${urgent > 0 ? `，${urgent} 个快截止` : ''}`, {
      x: side,
      y: 220,
      size: 76,
      weight: 600,
      colour: 'on-deck',
      width: room,
    }),
    ...rows,
  ]);
}

function single(drawn: Pen, piece: DigestPiece, { school, now }: Shown): string {
  const look = { size: 72, weight: 600 } as const;
  const title = drawn.wrapped(piece.title, room, 2, look);
  const deck = 220 + title.length * 96;
  const deadline = pillOfPiece(piece, now);
  const middle = deck + (height - deck) / 2;
  const below = factsOf(drawn, piece, 44, room);
  const pay = shortPay(drawn, piece, 54, room / 2 - 40);
  const about =
    piece.type === 'post' && piece.summary
      ? drawn
          .wrapped(piece.summary, room, 2, { size: 42 })
          .map((text, i) =>
            drawn.line(text, { x: side, y: middle - 4 + i * 64, size: 42, colour: 'ink-2', width: room }),
          )
      : [];
  return picture(width, height, [
    box({ x: 0, y: 0, width, height }, 'card'),
    box({ x: 0, y: 0, width, height: deck }, 'deck'),
    drawn.line(piece.type === 'job' ? `${school}就业信息` : `${school} · ${piece.from}`, {
      x: side,
      y: 116,
      size: 40,
      colour: 'on-deck-2',
      width: room,
    }),
    ...title.map((text, i) =>
      drawn.line(text, { x: side, y: 218 + i * 96, ...look, colour: 'on-deck', width: room }),
    ),
    ...(piece.type === 'job'
      ? [drawn.line(below, { x: side, y: middle - 34, size: 44, colour: 'ink-2', width: room })]
      : about),
    deadline ? pill(drawn, deadline, { x: side, y: middle + 58, size: 40 }) : '',
    pay === null
      ? ''
      : drawn.line(pay, {
          x: width - side,
          y: middle + 76,
          right: true,
          size: 54,
          weight: 600,
          colour: 'brand',
          width: room / 2 - 40,
        }),
  ]);
}

/** The picture of a share card as SVG: no code on it, since a tap opens the page. */
export function cardOf(drawn: Pen, shown: Shown): string {
  const [only] = shown.pieces;
  return shown.pieces.length === 1 && only ? single(drawn, only, shown) : several(drawn, shown);
}
