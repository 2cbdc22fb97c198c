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
 * Whether a use of `name` (`crypto`, `wx.login`) is a `typeof` or inside a condition on its `typeof`. `ancestors` ends with
 * the use itself.
 */
export function isAskedFor(name: string, ancestors: AnyNode[], source: string): boolean {
  const parent = ancestors.at(-2);
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return true;
  const check = new RegExp(`typeof\\s*\\(?${name.replace('.', '\\.')}\\b`);
  return ancestors.some((node) => {
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      return check.test(source.slice(node.test.start, node.test.end));
    }
    return node.type === 'LogicalExpression' && check.test(source.slice(node.left.start, node.left.end));
  });
}

/** Whether a use of the global `name` is safe where it does not exist: asked for by its `typeof`, or inside a `try`. */
export const isGuarded = (name: string, ancestors: AnyNode[], source: string): boolean =>
  ancestors.some((node) => node.type === 'TryStatement') || isAskedFor(name, ancestors, source);
