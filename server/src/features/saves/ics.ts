import type { CalendarEntry } from '@qihang/shared/saves/contract';

/** One event: it ends at `endsAt`, and an alarm rings a day before. */
export interface CalendarEvent {
  uid: string;
  startsAt: Date;
  endsAt: Date;
  /** When what it says last changed. */
  changedAt: Date;
  summary: string;
  description: string;
}

const eventMinutes = 30;
const kindWords = { deadline: '投递截止', recheck: '核实是否在招' } as const satisfies Record<
  CalendarEntry['kind'],
  string
>;

/**
 * The event of a calendar entry. It is the half hour that ends at the instant: one that began there would, for a day that
 * ends at midnight, be shown on the day after.
 */
export function eventOf(entry: CalendarEntry, changedAt: Date): CalendarEvent {
  const endsAt = new Date(entry.at);
  const { id, title, company } = entry.job;
  const until = entry.time === null ? `${entry.day} 当天结束前` : `${entry.day} ${entry.time} 前`;
  return {
    uid: `${entry.kind}-${id}@qihang`,
    startsAt: new Date(endsAt.getTime() - eventMinutes * 60_000),
    endsAt,
    changedAt,
    summary: `${kindWords[entry.kind]}：${title}`,
    description: `${company}\n${kindWords[entry.kind]}：${until}`,
  };
}

/** TEXT of RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** DATE-TIME in UTC: `20261206T160000Z`. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const maxOctets = 75;

/** Folds a line after at most 75 octets (RFC 5545, 3.1), never inside a character. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > maxOctets) {
      lines.push(current);
      // The blank that marks a continued line counts, too.
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const eventLines = ({ uid, startsAt, endsAt, changedAt, summary, description }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${utc(changedAt)}`,
  `DTSTART:${utc(startsAt)}`,
  `DTEND:${utc(endsAt)}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  'TRIGGER;RELATED=END:-P1D',
  'END:VALARM',
  'END:VEVENT',
];

/** A calendar file of RFC 5545 with these events. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qihang//Calendar//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
