import type { ThreadSummary } from '@qihang/shared/threads/contract';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { useEffect, useRef, useState } from 'react';
import { api } from './hooks';
import { latestOnly } from './latest-only';

/** Fewer characters say nothing. */
const least = 2;
/** With so many the first comparison does not wait for a pause. */
const enough = 4;
const pauseMs = 300;
const shown = 3;

interface Asked {
  title: string;
  board: string | undefined;
}

const none: readonly ThreadSummary[] = [];
/** Solved ones help most, open ones least. */
const helps: readonly ThreadSummary['state'][] = ['solved', 'answered'];
const rank = ({ state }: ThreadSummary) => {
  const at = helps.indexOf(state);
  return at < 0 ? helps.length : at;
};

/**
 * Questions of a board that were asked in similar words, those that help most first. They are looked for at the fourth character and then
 * after each pause in typing, one request at a time; an answer for words that are not the title any more is dropped.
 */
export function useSimilarThreads(title: string, board: string | undefined): readonly ThreadSummary[] {
  const words = title.trim().slice(0, threadLimits.title);
  const [found, setFound] = useState(none);
  const current = useRef<Asked>({ title: '', board: undefined });
  const begun = useRef(false);
  current.current = { title: words, board };
  const [want] = useState(() =>
    latestOnly(
      (asked: Asked) =>
        api.similar({
          query: { title: asked.title, ...(asked.board === undefined ? {} : { board: asked.board }) },
        }),
      ({ items }, asked) => {
        const now = current.current;
        if (asked.title === now.title && asked.board === now.board)
          setFound([...items].sort((a, b) => rank(a) - rank(b)).slice(0, shown));
      },
    ),
  );
  useEffect(() => {
    if (words.length < least) return setFound(none);
    const ask = () => {
      begun.current = true;
      want({ title: words, board });
    };
    if (!begun.current && words.length >= enough) return ask();
    const timer = setTimeout(ask, pauseMs);
    return () => clearTimeout(timer);
  }, [words, board, want]);
  return found;
}
