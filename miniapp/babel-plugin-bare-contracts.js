// Contracts on the phone without the sentence about each route: it is for the API's documents, and would be 2 KB of the first
// load. Only string properties named `summary` of the routes given to defineContract are left out.
module.exports = () => ({
  visitor: {
    CallExpression({ node }) {
      if (node.callee.name !== 'defineContract') return;
      for (const { value: route } of node.arguments[0]?.properties ?? [])
        if (route?.type === 'ObjectExpression')
          route.properties = route.properties.filter(
            ({ key, value }) => !(key?.name === 'summary' && value?.type === 'StringLiteral'),
          );
    },
  },
});
