import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { LifePiece } from './life';
import type { LifeAct } from './use-life';

const editWords: Partial<Record<ContentState, string>> = { draft: '接着写', returned: '去修改' };

/** In this order a piece goes on; what ends it is left to the menu. */
const forward: readonly LifeAct['name'][] = ['submit', 'publish', 'recall'];

/** What an author does next with a piece that readers do not see: changing it, and one step of its life. */
export function nextActs({ life, viewer }: LifePiece, acts: readonly LifeAct[], onEdit: () => void) {
  if (life === 'published') return [];
  const edit = viewer.can.includes('edit') ? [{ text: editWords[life] ?? '修改', run: onEdit }] : [];
  const step = forward.flatMap((name) => acts.find((act) => act.name === name) ?? []).slice(0, 1);
  return [...edit, ...step.map(({ text, run }) => ({ text, run }))];
}
