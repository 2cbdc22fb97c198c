import { jobsContract } from '@qihang/shared/jobs/contract';
import { jobImportContract } from '@qihang/shared/jobs/import/contract';
import { jobWritingContract } from '@qihang/shared/jobs/writing';
import { lifeHandlers } from '../../content/life';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { countJobs, listFacets, listJobs, listRelated, showJob, showMajors } from './browse/actions';
import { jobQueries } from './browse/list-store';
import { reconfirmJob, reportClosed } from './fresh/actions';
import { listMine } from './fresh/mine';
import { checkRows, importRows, previewTable } from './import/actions';
import { recommendJobs } from './match/recommend';
import { changeJob, createJob, startJobDraft } from './publish/actions';
import { explainMajors, findSimilar, lintUnfinished, parseText } from './publish/writing';

export function mountJobs(api: Api, context: Context): void {
  const queries = jobQueries(context.db);
  api.mount('jobs', jobsContract, {
    list: (call) => listJobs(context, queries, call),
    count: (call) => countJobs(context, queries, call),
    facets: (call) => listFacets(context, call),
    recommended: (call) => recommendJobs(context, queries, call),
    mine: (call) => listMine(context, call),
    majors: () => showMajors(context),
    detail: ({ params, actor, now }) => showJob(context, actor, params.id, now),
    related: (call) => listRelated(context, queries, call),
    create: (call) => createJob(context, call),
    update: (call) => changeJob(context, call),
    startDraft: (call) => startJobDraft(context, call),
    ...lifeHandlers(context, 'job', showJob),
    reconfirm: (call) => reconfirmJob(context, call),
    reportClosed: (call) => reportClosed(context, call),
  });
  api.mount('jobWriting', jobWritingContract, {
    parse: (call) => parseText(context, call),
    lint: (call) => lintUnfinished(context, call),
    similar: (call) => findSimilar(context, call),
    majorsMeant: (call) => explainMajors(context, call),
  });
  api.mount('jobImport', jobImportContract, {
    preview: (call) => previewTable(context, call),
    check: (call) => checkRows(context, call),
    import: (call) => importRows(context, call),
  });
}
