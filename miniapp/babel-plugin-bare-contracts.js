// Contracts on the phone with no more than its client uses: method, address, whether a repeat is known by its key, and its tag. The
// schemas, access and the sentence about each route are for the server and the documents of the API, and would be 8 KB of the
// first load. A form that checks a body imports its schema by name.
//
// A route is an object literal with method, path and a summary that is a string. What makes the routes of several contracts is
// called `…Routes` and takes their address first, schemas after it.
//
// The schemas then have to go, too. Minifiers keep a call at the top of a file, as it may do more than return; in the shared
// package none does, which is said by making each such value in a function that is marked as pure.
const path = require('node:path');

const shared = path.resolve(__dirname, '../shared/src') + path.sep;
const used = ['method', 'path', 'idempotency', 'tagged'];

const nameOf = ({ key }) => key?.name;
const isRoute = ({ properties }) => {
  const named = (name) => properties.find((property) => nameOf(property) === name);
  return named('method') && named('path') && named('summary')?.value?.type === 'StringLiteral';
};

const made = ['ObjectExpression', 'ArrayExpression', 'MemberExpression', 'CallExpression', 'NewExpression'];
const moving = ['CallExpression', 'NewExpression', 'MemberExpression', 'SpreadElement'];

module.exports = ({ types: t }) => ({
  visitor: {
    Program(program, { filename = '' }) {
      if (!filename.startsWith(shared)) return;
      program.traverse({
        ObjectExpression({ node }) {
          if (isRoute(node)) node.properties = node.properties.filter((one) => used.includes(nameOf(one)));
        },
        CallExpression({ node }) {
          if (/Routes$/.test(node.callee.name ?? '')) node.arguments[1] = t.objectExpression([]);
        },
      });
      for (const statement of program.get('body')) {
        const declaration = statement.isExportNamedDeclaration() ? statement.get('declaration') : statement;
        if (!declaration.isVariableDeclaration({ kind: 'const' })) continue;
        for (const { node } of declaration.get('declarations')) {
          let value = node.init;
          while (value && /^TS(As|Satisfies)Expression$/.test(value.type)) value = value.expression;
          if (node.id.type !== 'Identifier' || !made.includes(value?.type)) continue;
          let plain = true;
          t.traverseFast(value, ({ type }) => {
            if (moving.includes(type)) plain = false;
          });
          if (plain) continue;
          const call = t.callExpression(t.arrowFunctionExpression([], value), []);
          node.init = t.addComment(call, 'leading', '#__PURE__');
        }
      }
      program.scope.crawl();
    },
  },
});
