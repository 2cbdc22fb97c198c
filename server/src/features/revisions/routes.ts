import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { JobUnfinished } from '@qihang/shared/jobs/field-schemas';
import type { PostUnfinished } from '@qihang/shared/posts/contract';
import { jobRevisionsContract, postRevisionsContract } from '@qihang/shared/revisions/contract';
import type { Words } from '../../content/revised';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import {
  type Calling,
  type Comparing,
  compareWords,
  dropWorkingCopy,
  type Restoring,
  restoreRevision,
  type Saving,
  saveWorkingCopy,
  showRevision,
  showRevisions,
  showWorkingCopy,
} from './actions';

/** @template W the words of the kind */
const handlersOf = <W extends Words>(context: Context, type: ReviewedType) => ({
  list: (call: Calling<'list'>) => showRevisions(context, type, call),
  detail: (call: Calling<'detail'>) => showRevision<W>(context, type, call),
  restore: (call: Restoring) => restoreRevision(context, type, call),
  compare: (call: Comparing) => compareWords(context, type, call),
  workingCopy: (call: Calling<'workingCopy'>) => showWorkingCopy<W>(context, type, call),
  saveWorkingCopy: (call: Saving) => saveWorkingCopy(context, type, call),
  dropWorkingCopy: (call: Calling<'dropWorkingCopy'>) => dropWorkingCopy(context, type, call),
});

export function mountRevisions(api: Api, context: Context): void {
  api.mount('postRevisions', postRevisionsContract, handlersOf<PostUnfinished>(context, 'post'));
  api.mount('jobRevisions', jobRevisionsContract, handlersOf<JobUnfinished>(context, 'job'));
}
