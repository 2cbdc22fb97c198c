import type { TextSpan } from '@qihang/shared/text/link';

/** A run of Markdown as the editor colours it: its marks fade, headings stand out. */
export interface MarkRun {
  text: string;
  tone: 'mark' | 'heading' | null;
  /** What the check of the article is about. */
  found: boolean;
}

const lineMark = /^[ \t]*(?:#{1,6} |(?:> ?)+|(?:[-*+]|\d{1,9}[.)]) (?:\[[ xX]\] )?)/;
const inlineMark =
  /!\[(?:[^\]\\\n]|\\.)*\]\([^)\n]*\)|\]\([^)\n]*\)|\[(?=[^\]\n]*\]\()|\*\*|~~|^\|? *:?-{3,}[-| :]*$/g;

/** Where marks stand in a line, from the beginning of the text. */
function marksIn(line: string, at: number): TextSpan[] {
  const start = lineMark.exec(line)?.[0].length ?? 0;
  const found: TextSpan[] = start > 0 ? [{ start: at, end: at + start }] : [];
  inlineMark.lastIndex = start;
  for (let match = inlineMark.exec(line); match; match = inlineMark.exec(line))
    found.push({ start: at + match.index, end: at + match.index + match[0].length });
  return found;
}

/** A Markdown text cut where its look changes; joined, the runs are the text. */
export function markRuns(text: string, found: readonly TextSpan[]): MarkRun[] {
  const runs: MarkRun[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const end = Math.min(text.length, at + line.length + 1);
    const heading = /^#{1,6} /.test(line);
    const marks = marksIn(line, at);
    const touching = found.filter((one) => one.start < end && one.end > at);
    const edges = [at, end, ...[...marks, ...touching].flatMap(({ start, end: stop }) => [start, stop])]
      .filter((edge) => edge >= at && edge <= end)
      .sort((a, b) => a - b);
    for (let index = 1; index < edges.length; index += 1) {
      const [from = 0, to = 0] = [edges[index - 1], edges[index]];
      if (from === to) continue;
      const covers = ({ start, end: stop }: TextSpan) => start <= from && stop >= to;
      const tone = marks.some(covers) ? 'mark' : heading ? 'heading' : null;
      const last = runs[runs.length - 1];
      const isFound = touching.some(covers);
      if (last?.tone === tone && last.found === isFound) last.text += text.slice(from, to);
      else runs.push({ text: text.slice(from, to), tone, found: isFound });
    }
    at = end;
  }
  return runs;
}
