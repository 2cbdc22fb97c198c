// Jest's `--filter` of the run on PostgreSQL: what asks a database anything.
module.exports = async (files) => {
  const { needsOf } = await import('../suites.mjs');
  return { filtered: files.filter((file) => needsOf(file).has('database')) };
};
