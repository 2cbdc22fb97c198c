import { useMutation } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { toast } from '@/platform/feedback';

type Move = 'withdraw' | 'publish';

const done = {
  withdraw: '已下架，读者看不到了',
  publish: '已重新发布，读者看得到了',
} as const satisfies Record<Move, string>;

/**
 * An author takes a piece from readers or brings it back; both are undone in one tap.
 * @param send the call of the piece's own contract
 * @param onMoved takes the piece as it is afterwards
 */
export function useOwnMoves<T>(send: (move: Move) => Promise<T>, onMoved: (piece: T) => unknown) {
  const { mutate, isPending } = useMutation({ mutationFn: send, onSuccess: onMoved });
  const move = (name: Move) =>
    mutate(name, {
      onSuccess: () =>
        name === 'withdraw'
          ? toast(done.withdraw, { label: '撤销', run: () => move('publish') })
          : toast(done.publish),
      onError: (error) => toast(asApiError(error).message),
    });
  return { move, busy: isPending };
}
