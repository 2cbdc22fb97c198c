const { readFileSync } = require('node:fs');

/** What a file says that only starts the service on a database, and asks nothing of it. */
const said = /^\/\/ .*The same on every engine\./;

// Jest's `--filter` of the run on PostgreSQL: what asks a database anything.
module.exports = async (files) => {
  const { needsOf } = await import('../suites.mjs');
  const asking = files.filter(
    (file) => needsOf(file).has('database') && !said.test(readFileSync(file, 'utf8')),
  );
  return { filtered: asking };
};
