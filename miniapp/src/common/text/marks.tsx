import { Text } from '@tarojs/components';
import { createContext, type PropsWithChildren, useContext, useMemo } from 'react';
import { cx } from '@/ui/class-names';
import './marks.scss';

/** Words of a text that a reviewer pointed at, and the number of the reason they belong to. */
export interface Mark {
  quote: string;
  n: number;
}

export interface Run {
  text: string;
  /** Reasons that this passage belongs to; none for the rest of the text. */
  marked: boolean;
  /** Numbers of the reasons whose words end here. */
  ends: number[];
}

/** Cuts a text at the words of its marks, which may overlap. Of words that are there twice the first are meant. */
export function markRuns(text: string, marks: readonly Mark[]): Run[] {
  const found = marks.flatMap(({ quote, n }) => {
    const start = quote === '' ? -1 : text.indexOf(quote);
    return start < 0 ? [] : [{ start, end: start + quote.length, n }];
  });
  const cuts = [...new Set([0, text.length, ...found.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    return {
      text: text.slice(start, end),
      marked: found.some((one) => one.start <= start && end <= one.end),
      ends: found.filter((one) => one.end === end).map(({ n }) => n),
    };
  });
}

interface Shown {
  marks: readonly Mark[];
  /** Numbers stand at the words; without, the words are only underlined. */
  numbered: boolean;
}

const Marks = createContext<Shown>({ marks: [], numbered: false });

interface ProviderProps {
  /** In the order of their numbers, from 1. */
  quotes: readonly string[];
  numbered?: boolean;
}

/** Underlines these words in every text below. */
export function MarksProvider({ quotes, numbered = true, children }: PropsWithChildren<ProviderProps>) {
  const key = quotes.join('\u0000');
  const shown = useMemo(
    () => ({ marks: quotes.map((quote, index) => ({ quote, n: index + 1 })), numbered }),
    [key, numbered],
  );
  return <Marks.Provider value={shown}>{children}</Marks.Provider>;
}

/** The class of the words of reason `n`, by which a page scrolls to them. */
export const markClass = (n: number) => `mk-${n}`;

/** A text in which the words that a reviewer pointed at are underlined and numbered. */
export function MarkedText({ text }: { text: string }) {
  const { marks, numbered } = useContext(Marks);
  if (marks.length === 0) return <>{text}</>;
  return (
    <>
      {markRuns(text, marks).map(({ text, marked, ends }, index) =>
        marked ? (
          <Text key={index} className={cx('mk', ...ends.map(markClass))}>
            {text}
            {numbered && ends.length > 0 && <Text className="mk-n">{ends.join(' ')}</Text>}
          </Text>
        ) : (
          text
        ),
      )}
    </>
  );
}
