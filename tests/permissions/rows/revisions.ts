import { jobRevisionsContract, postRevisionsContract } from '@qihang/shared/revisions/contract';
import { about, rowsOf } from '../framework/row';
import { writtenJob } from '../kinds/jobs';
import { changeCells, ofJobs } from '../kinds/lives';
import { post } from '../kinds/posts';

interface Cell {
  thing: { id: string; version: number };
}

const fields = { title: '签约之前，先看清' };
const ofPiece = ({ thing: { id } }: Cell) => ({ params: { id } });
const ofFirst = ({ thing: { id } }: Cell) => ({ params: { id, rev: '1' } });

/** What both kinds promise alike: those who may change the words see what they were before. */
const promises = <Cells>(cells: Cells, audits: string) => {
  const always = { gate: 'lead', cells } as const;
  return {
    read: { ...always, request: ofPiece },
    detail: { ...always, request: ofFirst },
    restore: {
      ...always,
      audits,
      request: (cell: Cell) => ({ ...ofFirst(cell), body: { version: cell.thing.version } }),
    },
    compare: {
      ...always,
      unaudited: 'nothing is kept',
      request: (cell: Cell) => ({ ...ofPiece(cell), body: { fields } }),
    },
    save: {
      ...always,
      unaudited: 'nobody else sees it, and the piece stays as it is',
      request: (cell: Cell) => ({ ...ofPiece(cell), body: { fields, baseVersion: cell.thing.version } }),
    },
    drop: { ...always, unaudited: "one's own, which nobody else has seen", request: ofPiece },
  };
};

const ofPosts = promises(changeCells, 'posts.update');
const ofPostings = promises(ofJobs(changeCells), 'jobs.update');

export const rows = [
  rowsOf('postRevisions', postRevisionsContract, {
    list: about(post, ofPosts.read),
    detail: about(post, ofPosts.detail),
    restore: about(post, ofPosts.restore),
    compare: about(post, ofPosts.compare),
    workingCopy: about(post, ofPosts.read),
    saveWorkingCopy: about(post, ofPosts.save),
    dropWorkingCopy: about(post, ofPosts.drop),
  }),
  rowsOf('jobRevisions', jobRevisionsContract, {
    list: about(writtenJob, ofPostings.read),
    detail: about(writtenJob, ofPostings.detail),
    restore: about(writtenJob, ofPostings.restore),
    compare: about(writtenJob, ofPostings.compare),
    workingCopy: about(writtenJob, ofPostings.read),
    saveWorkingCopy: about(writtenJob, ofPostings.save),
    dropWorkingCopy: about(writtenJob, ofPostings.drop),
  }),
];
