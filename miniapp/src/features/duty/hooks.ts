import { createClient } from '@qihang/shared/contract/client';
import { answerClockContract } from '@qihang/shared/duty/clock';
import { dutyContract, type RotaDraft } from '@qihang/shared/duty/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { transport } from '@/platform/transport';

const duty = createClient(dutyContract, transport);
const clock = createClient(answerClockContract, transport);

const root = 'duty';
const rotaKey = (board: string | undefined) => [root, 'rota', board];
const calendarKey = (year: number) => [root, 'calendar', year];
const onBoard = (board: string | undefined) => (board === undefined ? {} : { board });

/** Seven days of a board's rota; `from` undefined: from today on. */
export const useWeek = (board: string | undefined, from: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [root, 'week', board, from],
    queryFn: () => duty.week({ query: { ...onBoard(board), ...(from === undefined ? {} : { from }) } }),
    enabled,
    meta: { keep: true },
  });

export const useOverdue = (board: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: [root, 'overdue', board],
    queryFn: () => clock.overdue({ query: onBoard(board) }),
    enabled,
    meta: { keep: true },
  });

export const useRota = (board: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: rotaKey(board),
    queryFn: () => duty.rota({ query: onBoard(board) }),
    enabled,
    meta: { keep: true },
  });

export const useCalendar = (year: number, enabled: boolean) =>
  useQuery({
    queryKey: calendarKey(year),
    queryFn: () => duty.calendar({ query: { year } }),
    enabled,
    meta: { keep: true },
  });

/** What else shows who has a question. */
const shown = [root, 'threads', 'desk'];

function useReadAgain() {
  const client = useQueryClient();
  return () => Promise.all(shown.map((first) => client.invalidateQueries({ queryKey: [first] })));
}

type Year = Parameters<typeof duty.setCalendar>[0]['body'];
type Swap = Parameters<typeof duty.askSwap>[0]['body'];
type Days = Parameters<typeof duty.addAbsence>[0]['body'];

/** What one does with days of the rota. Refused or not, the rota is read again: another may have been faster. */
export function useDayMoves() {
  const onSettled = useReadAgain();
  return {
    take: useMutation({
      mutationFn: (body: { board: string; day: string }) => duty.take({ body }),
      onSettled,
    }),
    askSwap: useMutation({ mutationFn: (body: Swap) => duty.askSwap({ body }), onSettled }),
    accept: useMutation({ mutationFn: (id: string) => duty.acceptSwap({ params: { id } }), onSettled }),
    decline: useMutation({ mutationFn: (id: string) => duty.declineSwap({ params: { id } }), onSettled }),
    withdraw: useMutation({ mutationFn: (id: string) => duty.withdrawSwap({ params: { id } }), onSettled }),
  };
}

export function useAbsences() {
  const onSettled = useReadAgain();
  return {
    add: useMutation({ mutationFn: (body: Days) => duty.addAbsence({ body }), onSettled }),
    remove: useMutation({ mutationFn: (id: string) => duty.removeAbsence({ params: { id } }), onSettled }),
  };
}

export function useOverdueMoves() {
  const onSettled = useReadAgain();
  return {
    take: useMutation({ mutationFn: (id: string) => clock.take({ params: { id } }), onSettled }),
    askTeacher: useMutation({ mutationFn: (id: string) => clock.askTeacher({ params: { id } }), onSettled }),
  };
}

export function useArrange(board: string | undefined) {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (body: RotaDraft) => duty.arrange({ body }),
    onSuccess: (saved) => {
      client.setQueryData(rotaKey(board), saved);
      return readAgain();
    },
  });
}

export function useSetCalendar() {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (body: Year) => duty.setCalendar({ body }),
    onSuccess: (saved) => {
      client.setQueryData(calendarKey(saved.year), saved);
      return readAgain();
    },
  });
}
