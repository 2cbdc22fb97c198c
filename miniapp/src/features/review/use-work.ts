import type { CaseDetail, CaseItem } from '@qihang/shared/cases/contract';
import { useEffect, useState } from 'react';
import { isTyped, noWhy, sentWhy, type Why } from '@/common/content/return-sheet';
import { useDraft } from '@/platform/draft';
import type { Marking, TextView } from './components/piece-text';
import { type Choice, choicesOf } from './decisions';
import type { Decision } from './hooks';
import { workName } from './work-name';

const plain: Omit<Decision, 'action'> = { reasons: [], note: '', marks: [] };

interface Around {
  item: CaseItem;
  detail: CaseDetail | undefined;
  onDecide: (item: CaseItem, version: number, decision: Decision) => Promise<boolean>;
}

/** What one does with a case until it is decided: looks at its words, points at some, gives reasons. Reasons outlive the claim and the page. */
export function useWork({ item, detail, onDecide }: Around) {
  const { draft, change, clear } = useDraft<Why>(workName(item.id), noWhy);
  const [view, setView] = useState<TextView>('changes');
  const [asking, setAsking] = useState<Choice | null>(null);
  const [pointing, setPointing] = useState(false);
  const choices = choicesOf(item);
  // The words that were read first count: what their author changes meanwhile is looked at before it is decided.
  const [read, setRead] = useState(detail?.version);
  const latest = detail?.version;
  useEffect(() => setRead((version) => version ?? latest), [latest]);

  const finish = async (decision: Decision) => {
    if (!(await onDecide(item, read ?? item.version, decision))) return;
    setAsking(null);
    clear();
  };
  const choose = (choice: Choice) => {
    if (choice.reason === null) return finish({ action: choice.action, ...plain });
    // What the machine found is proposed, and can be struck.
    if (!isTyped(draft) && choice.reason.presets && item.verdict) change({ marks: item.verdict.marks });
    setPointing(false);
    setAsking(choice);
  };
  const marking: Marking | null = pointing
    ? {
        marks: draft.marks,
        onToggle: ({ path, quote }) => {
          const known = draft.marks.some((mark) => mark.path === path && mark.quote === quote);
          change({
            marks: known
              ? draft.marks.filter((mark) => mark.path !== path || mark.quote !== quote)
              : [...draft.marks, { path, quote, why: '' }],
          });
        },
      }
    : null;
  return {
    choices,
    choose,
    changed: read !== undefined && latest !== undefined && read !== latest,
    /** The words as they are now were read. */
    readAgain: () => setRead(latest),
    view,
    setView,
    why: draft,
    changeWhy: change,
    typed: isTyped(draft),
    asking,
    stopAsking: () => setAsking(null),
    submit: () => {
      if (asking)
        finish({
          action: asking.action,
          ...(asking.reason?.presets ? sentWhy(draft) : { ...plain, note: draft.note.trim() }),
        });
    },
    marking,
    /** Words can be pointed at where there are words to read. */
    canPoint: choices.some(({ reason }) => reason?.presets) && detail?.piece != null,
    point: () => {
      setAsking(null);
      setPointing(true);
    },
    /** Done pointing: on to the reason. */
    pointed: () => {
      const choice = choices.find(({ reason }) => reason?.presets);
      setPointing(false);
      if (choice) setAsking(choice);
    },
  };
}
