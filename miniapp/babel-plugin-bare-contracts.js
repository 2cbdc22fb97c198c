// Contracts on the phone without the sentence about each route: it is for the API's documents, and would be 2 KB of the first
// load. A route is an object literal with method, path and a summary that is a string; only that summary is left out.
const named = (properties, name) =>
  properties.find(({ type, key }) => type === 'ObjectProperty' && key.name === name);

module.exports = () => ({
  visitor: {
    ObjectExpression({ node }) {
      const summary = named(node.properties, 'summary');
      if (summary?.value.type !== 'StringLiteral') return;
      if (!named(node.properties, 'method') || !named(node.properties, 'path')) return;
      node.properties = node.properties.filter((property) => property !== summary);
    },
  },
});
