// Read by drizzle-kit, which looks for tables among the exports of a module.
const { pgKit } = require('./src/db/kit/pg');
const { makeTables } = require('./src/composition/tables');

module.exports = makeTables(pgKit);
