/** The secret of a service under test, which PostgreSQL and production demand. */
export const testSecret = 'a secret that only the tests have';
