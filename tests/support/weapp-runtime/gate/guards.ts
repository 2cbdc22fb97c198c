import type { AnyNode, Pattern, Program } from 'acorn';
import { full } from 'acorn-walk';

/** Names that a file declares anywhere. Scopes are not told apart: a name of its own is never a global by accident. */
export function declaredNames(program: Program): Set<string> {
  const names = new Set<string>();
  const add = (pattern: Pattern | null | undefined) => {
    if (pattern?.type === 'Identifier') names.add(pattern.name);
  };
  full(program, (node) => {
    const { type } = node;
    const declaration = node as AnyNode & { id?: Pattern | null; params?: Pattern[]; param?: Pattern | null };
    if (type === 'VariableDeclarator' || type === 'ClassDeclaration') add(declaration.id);
    if (type === 'CatchClause') add(declaration.param);
    if (/Function/.test(type)) {
      add(declaration.id);
      for (const parameter of declaration.params ?? []) add(parameter);
    }
  });
  return names;
}

/**
 * Whether a use of the global `name` is safe where it does not exist: a `typeof`, inside a condition on its `typeof`,
 * or inside a `try`. `ancestors` ends with the identifier itself.
 */
export function isGuarded(name: string, ancestors: AnyNode[], source: string): boolean {
  const parent = ancestors.at(-2);
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return true;
  const check = new RegExp(`typeof\\s*\\(?${name}\\b`);
  return ancestors.some((node) => {
    if (node.type === 'TryStatement') return true;
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      return check.test(source.slice(node.test.start, node.test.end));
    }
    return node.type === 'LogicalExpression' && check.test(source.slice(node.left.start, node.left.end));
  });
}
