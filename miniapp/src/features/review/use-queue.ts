import type { CaseItem } from '@qihang/shared/cases/contract';
import type { QueueState } from '@qihang/shared/cases/vocabulary';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isTyped } from '@/common/content/return-sheet';
import { asApiError } from '@/platform/api-error';
import { now } from '@/platform/clock';
import { keepDraft } from '@/platform/draft';
import { toast } from '@/platform/feedback';
import type { Undoable } from './components/undo-toast';
import { type Decision, useCase, useCaseMoves, useQueue } from './hooks';
import { isDecidable, isMine, isTaken, nextCase } from './queue-order';
import { actionWords } from './words';
import { workName } from './work-name';

/** What another decided meanwhile, or nobody can decide any more, is left for the next. */
const passed = ['moderation.already-done', 'resource.not-found'];

/** Working through one list of the queue: which case is open, whose it is, and what comes after a decision. */
export function useQueueWork(state: QueueState, first: string | undefined, wide: boolean) {
  const list = useQueue(state);
  const moves = useCaseMoves(state);
  const items = list.pages.flatMap((page) => page.items);
  const [chosen, setChosen] = useState(first);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const time = now();

  const mine = items.find((item) => isMine(item, time));
  const listed = items.find(({ id }) => id === chosen);
  // A link may lead to a case that is further down, or decided already.
  const linked = useCase(list.status === 'ready' && !listed ? chosen : undefined).data;
  const open = listed ?? linked ?? mine ?? (wide ? items.find((item) => !isTaken(item, time)) : undefined);

  const claim = (item: CaseItem, held: CaseItem | null = mine ?? null) => {
    setRefusal(undefined);
    // One case in hand at a time: the others wait for somebody.
    if (held && held.id !== item.id) moves.release.mutate(held.id);
    moves.claim.mutate(item.id, { onError: (error) => toast(asApiError(error).message) });
  };
  /** On a phone to open a case is to take it; on a wide window one may look around first. */
  const choose = (item: CaseItem) => {
    setChosen(item.id);
    setRefusal(undefined);
    if (!wide && item.viewer.can.includes('claim') && !isMine(item, now()) && !isTaken(item, now()))
      claim(item);
  };
  const release = (item: CaseItem) => {
    if (!wide) setChosen(undefined);
    moves.release.mutate(item.id, { onSuccess: () => toast('放回队列了') });
  };
  const goOn = (item: CaseItem, claiming: boolean) => {
    const next = nextCase(items, item.id, now());
    setChosen(next?.id);
    if (next && claiming && next.viewer.can.includes('claim'))
      claim(next, mine?.id === item.id ? null : mine);
  };
  /** @param version of the words that were read */
  const decide = async (item: CaseItem, version: number, decision: Decision): Promise<boolean> => {
    setRefusal(undefined);
    try {
      await moves.decide.mutateAsync({ id: item.id, version, decision });
    } catch (error) {
      const { code, message } = asApiError(error);
      if (passed.includes(code)) {
        toast(message);
        goOn(item, false);
        return true;
      }
      const words = code === 'version.stale' ? '作者刚改过，已换成最新的，请再看一遍' : message;
      setRefusal(words);
      toast(words);
      return false;
    }
    setUndoable({
      text: `已${actionWords(item.kind, decision.action)}“${item.title}”`,
      caseIds: [item.id],
      decision,
    });
    goOn(item, !wide || isMine(item, now()));
    return true;
  };
  const decideMany = async (chosenItems: readonly CaseItem[], decision: Decision): Promise<boolean> => {
    setRefusal(undefined);
    try {
      const { outcomes } = await moves.decideMany.mutateAsync({ items: chosenItems, decision });
      const done = outcomes.flatMap(({ id, done: isDone }) => (isDone && id !== null ? [id] : []));
      const left = outcomes.filter((one) => !one.done);
      const why = left[0]?.detail;
      const rest = left.length > 0 ? `，${left.length} 条没有：${why ?? '别人先处理了'}` : '';
      const verb = actionWords('review', decision.action);
      if (done.length > 0)
        setUndoable({ text: `${verb}了 ${done.length} 条${rest}`, caseIds: done, decision });
      else toast(`都没有${verb}${rest}`);
      return true;
    } catch (error) {
      setRefusal(asApiError(error).message);
      toast(asApiError(error).message);
      return false;
    }
  };
  const undo = () => {
    if (!undoable) return;
    moves.undo.mutate(undoable.caseIds, {
      onSuccess: () => {
        setUndoable(null);
        const { action: _, ...why } = undoable.decision;
        for (const id of undoable.caseIds) if (isTyped(why)) keepDraft(workName(id), why);
        setChosen(undoable.caseIds[0]);
        toast('撤销了，回到队列里');
      },
      onError: (error) => {
        setUndoable(null);
        toast(asApiError(error).message);
      },
    });
  };
  const forgetUndo = useCallback(() => setUndoable(null), []);

  // Whoever leaves the page gives the case back; what was typed waits on the phone.
  const held = useRef<string>();
  held.current = mine?.id;
  const { mutate: giveBack } = moves.release;
  useEffect(
    () => () => {
      if (held.current) giveBack(held.current);
    },
    [giveBack],
  );

  return {
    list,
    items,
    open,
    choose,
    claim,
    release,
    decide,
    decideMany,
    undoable,
    undo,
    forgetUndo,
    refusal,
    busy: moves.claim.isPending || moves.decide.isPending || moves.decideMany.isPending,
    undoing: moves.undo.isPending,
    decidable: items.filter((item) => isDecidable(item) && !isTaken(item, time)),
  };
}
