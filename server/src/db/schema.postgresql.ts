// Read by drizzle-kit to write migrations/postgresql.
import { pgKit } from './kit/pg';
import { makeTables } from './tables';

export const {
  users,
  roleGrants,
  boards,
  sessions,
  wechatIdentities,
  passwords,
  signInAttempts,
  consents,
  accountClosures,
  wechatPushes,
  auditLog,
  mutes,
  jobs,
  jobCities,
  jobMajors,
  jobMajorKeys,
  jobDuplicateKeys,
  closedReports,
  schoolMajors,
  savedJobs,
  calendarFeeds,
  posts,
  threads,
  answers,
  idempotencyKeys,
  searchDocs,
} = makeTables(pgKit);
