import type { Degree, JobKind } from '../vocabulary';
import type { DeadlineReading } from './deadline';
import type { Document } from './document';
import type { Found } from './found';
import type { Pay } from './pay';
import type { Post } from './post';
import type { PostStrategyName } from './titles';

/** Everything read from one text, each fact with its place. */
export interface Reading {
  document: Document;
  company: Found<string> | null;
  posts: Post[];
  strategy: PostStrategyName | null;
  kind: Found<JobKind>;
  cities: Found<string[]> | null;
  degree: Found<Degree> | null;
  majors: Found<string[]> | null;
  pay: Found<Pay> | null;
  headcount: Found<number> | null;
  deadline: Found<DeadlineReading>;
  email: Found<string> | null;
  url: Found<string> | null;
  source: Found<string> | null;
}
