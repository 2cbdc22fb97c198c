// Read by drizzle-kit, which looks for tables among the exports of a module.
const { sqliteKit } = require('./src/db/kit/sqlite');
const { makeTables } = require('./src/composition/tables');

module.exports = makeTables(sqliteKit);
