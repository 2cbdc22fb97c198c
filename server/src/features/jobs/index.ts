import { jobsContract } from '@qihang/shared/jobs/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { changeJob, countJobs, createJob, listFacets, listJobs, reconfirmJob, showJob } from './actions';
import { jobQueries } from './list';

export function mountJobs(app: FastifyInstance, context: Context): void {
  const queries = jobQueries(context.db);
  mount(app, context, 'jobs', jobsContract, {
    list: (call) => listJobs(context, queries, call),
    count: (call) => countJobs(context, queries, call),
    facets: (call) => listFacets(context, call),
    detail: (call) => showJob(context, call),
    create: (call) => createJob(context, call),
    update: (call) => changeJob(context, call),
    reconfirm: (call) => reconfirmJob(context, call),
  });
}
