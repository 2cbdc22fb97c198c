/** The database must not be used with these settings or this version; the message says in Chinese what the operator can do. */
export class StartRefused extends Error {}
