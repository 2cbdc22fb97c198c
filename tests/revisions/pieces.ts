import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

/** A long text that is a good one for an article and for a job. */
export const longText = '负责热管理系统方案与零部件选型，跟进样车试验。\n\n要求：熟悉一门仿真软件，能出差。';
export const changedText =
  '负责热管理系统方案与零部件选型，跟进样车试验。\n\n要求：熟悉一门仿真软件，能长期出差。';

/** What the tests do with an article and with a job alike. */
export interface Desk {
  type: ReviewedType;
  create(as: PersonKey, title?: string): Promise<{ id: string; version: number }>;
  edit(
    as: PersonKey,
    id: string,
    version: number,
    words: { title?: string; text?: string },
  ): Promise<{ version: number }>;
  read(as: PersonKey | undefined, id: string): Promise<{ title: string; version: number; text: string }>;
  revisions(as?: PersonKey): ReturnType<TestApp['as']>['postRevisions'];
  /** The words of a working copy. */
  words(title: string): { title: string };
  /** The name of the field of the long text, and its label. */
  text: string;
}

export const deskOf = (t: TestApp, type: ReviewedType): Desk =>
  type === 'post'
    ? {
        type,
        create: (as, title = '签三方前先看') =>
          t.as(as).posts.create({ body: postDraft({ title, markdown: longText }) }),
        edit: (as, id, version, { title, text }) =>
          t.as(as).posts.update({
            params: { id },
            body: { version, ...(title && { title }), ...(text && { markdown: text }) },
          }),
        async read(as, id) {
          const { title, version, markdown = '' } = await t.as(as).posts.detail({ params: { id } });
          return { title, version, text: markdown };
        },
        revisions: (as) => t.as(as).postRevisions,
        words: (title) => ({ title }),
        text: 'markdown',
      }
    : {
        type,
        create: (as, title = '热管理工程师') =>
          t.as(as).jobs.create({ body: jobDraft({ title, body: longText }) }),
        edit: (as, id, version, { title, text }) =>
          t.as(as).jobs.update({
            params: { id },
            body: { version, ...(title && { title }), ...(text && { body: text }) },
          }),
        async read(as, id) {
          const { title, version, body } = await t.as(as).jobs.detail({ params: { id } });
          return { title, version, text: body };
        },
        // The routes are made by one function; only the fields of the words differ.
        revisions: (as) => t.as(as).jobRevisions as unknown as ReturnType<TestApp['as']>['postRevisions'],
        words: (title) => ({ title }),
        text: 'body',
      };
