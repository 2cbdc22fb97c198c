/**
 * Fields of answers whose names tell of people, each with the reason why it may stand. `routes` is `feature.route` or
 * `feature.*`; `field` is the path's end. An entry that no route needs any more fails.
 */
export const allowedFields: readonly { routes: string; field: string; because: string }[] = [
  { routes: 'session.*', field: 'token', because: "the caller's own new session, which nobody else is sent" },
  { routes: 'session.*', field: 'roles', because: "the caller's own" },
  { routes: 'session.*', field: 'role', because: "the caller's own" },
  { routes: 'session.*', field: 'user', because: 'the caller' },
  { routes: 'session.*', field: 'studentNo', because: "the caller's own, to sign in with" },
  { routes: 'session.*', field: 'hasPassword', because: 'whether the caller has one, and nothing of it' },
  { routes: 'site.get', field: 'studentNo', because: 'of invented people, in demo mode alone' },
  { routes: 'site.get', field: 'demoPassword', because: 'of invented people, in demo mode alone' },
  { routes: 'jobs.*', field: 'postedBy', because: 'a posting names who answers for it: a name, never an id' },
  { routes: 'jobs.*', field: 'verifiedBy', because: 'who confirmed it, by name' },
  { routes: 'jobWriting.similar', field: 'postedBy', because: 'as in the posting itself' },
  { routes: 'jobWriting.similar', field: 'verifiedBy', because: 'as in the posting itself' },
  { routes: 'saves.list', field: 'verifiedBy', because: 'as in the posting itself' },
  { routes: 'posts.*', field: 'author', because: 'a byline: name and class, never an id' },
  {
    routes: 'threads.*',
    field: 'author',
    because: 'a name, or the alias of an anonymous asker; never an id',
  },
  { routes: 'threads.*', field: 'onDuty', because: 'who has promised an answer, by name' },
  {
    routes: 'moderation.mutes',
    field: 'person',
    because: 'teachers see whom they muted; the asker of an anonymous question is nobody there',
  },
  { routes: 'moderation.mutes', field: 'mutedBy', because: 'who muted, by name, for teachers' },
  { routes: 'moderation.mutes', field: 'by', because: 'who lifted it, by name, for teachers' },
  { routes: 'people.*', field: 'studentNo', because: 'null for all but admins, who tell people apart by it' },
  { routes: 'people.*', field: 'role', because: 'the office gives roles, and must see them' },
  { routes: 'people.*', field: 'grants', because: 'terms, for the office that gives them' },
  { routes: 'people.*', field: 'person', because: 'whose term ends, for teachers' },
  { routes: 'people.*', field: 'owner', because: 'whose work is left behind, for teachers' },
  { routes: 'consents.*', field: 'hash', because: 'of a text that everybody reads' },
  { routes: 'jobImport.*', field: 'postedBy', because: 'as in the posting itself' },
  { routes: 'audit.list', field: 'actor', because: 'who did it: what the log is for, for admins alone' },
  { routes: 'audit.list', field: 'roles', because: 'what the actor was at that time, for admins alone' },
];
