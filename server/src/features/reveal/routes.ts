import { revealContract } from '@qihang/shared/reveal/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { revealAuthor } from './actions';

export function mountReveal(api: Api, context: Context): void {
  api.mount('reveal', revealContract, { reveal: (call) => revealAuthor(context, call) });
}
