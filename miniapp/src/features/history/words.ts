import type { Revision } from '@qihang/shared/revisions/contract';
import { revisionKindNames } from '@qihang/shared/revisions/vocabulary';

/** `李沐 同学：修改（标题、正文）` */
export function whatWords({ by, kind, changed }: Revision): string {
  const fields = changed.length > 0 ? `（${changed.join('、')}）` : '';
  return `${by}：${revisionKindNames[kind]}${fields}`;
}
