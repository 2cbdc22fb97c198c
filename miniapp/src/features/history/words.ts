import type { Revision } from '@qihang/shared/revisions/contract';
import { revisionKindNames } from '@qihang/shared/revisions/vocabulary';

/** `李沐 同学：修改标题、正文` */
export function whatWords({ by, kind, changed }: Revision): string {
  const fields = kind === 'edited' || kind === 'restored' ? changed.join('、') : '';
  return `${by}：${revisionKindNames[kind]}${kind === 'restored' && fields ? '，' : ''}${fields}`;
}

export const seenWords = { now: '读者看到的', before: '读者看过', never: null } as const;
