import { type AnyNode, type Program, parse } from 'acorn';
import { ancestor } from 'acorn-walk';
import { apiCatalog, isOlder } from '../wx/catalog';
import type { GateContext } from './findings';
import { declaredNames, isAskedFor, isGuarded } from './guards';

/** Names of browsers and of Node that the logic layer does not have. */
const FOREIGN = new Set([
  'XMLHttpRequest',
  'fetch',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'WebSocket',
  'Worker',
  'EventSource',
  'FormData',
  'Blob',
  'FileReader',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'AbortSignal',
  'structuredClone',
  'crypto',
  'alert',
  'WebAssembly',
  'Intl',
  'process',
  'Buffer',
  'window',
  'document',
]);

/** Methods younger than ES2019: syntax checks do not see them, and old engines lack them. */
const YOUNG_METHODS = new Set([
  'replaceAll',
  'findLast',
  'findLastIndex',
  'hasOwn',
  'toSorted',
  'toReversed',
  'matchAll',
]);

/** Reading these says nothing about the app: the bundler and Taro keep their own things there. */
const NOT_APIS = new Set(['webpackJsonp', 'cloud']);

/** JavaScript: language level, evaluated code, foreign globals, and the base library its APIs need. */
export function checkScripts(context: GateContext): void {
  const used = new Map<string, Set<string>>();
  for (const file of context.pkg.files().filter((name) => name.endsWith('.js'))) {
    const program = parseScript(context, file);
    if (program) inspect(context, file, program, used);
  }
  for (const [name, files] of [...used].sort(([a], [b]) => a.localeCompare(b))) {
    const since = apiCatalog().get(name) ?? '1.0.0';
    context.result.apis.push({ name, since, files: [...files] });
    if (isOlder(context.options.baseLibrary, since)) {
      context.error(
        `wx.${name} needs base library ${since}, the floor is ${context.options.baseLibrary} (${[...files].join(', ')})`,
      );
    }
  }
}

function parseScript({ pkg, options, error }: GateContext, file: string): Program | undefined {
  const source = pkg.text(file);
  try {
    return parse(source, { ecmaVersion: options.ecma, sourceType: 'script' });
  } catch (failure) {
    const problem = isNewer(source) ? `newer than ES${options.ecma}` : 'not valid JavaScript';
    error(`${file}: ${problem}: ${(failure as Error).message}`);
    return undefined;
  }
}

function isNewer(source: string): boolean {
  try {
    parse(source, { ecmaVersion: 'latest', sourceType: 'script' });
    return true;
  } catch {
    return false;
  }
}

function inspect(context: GateContext, file: string, program: Program, used: Map<string, Set<string>>): void {
  const { error, warn, pkg } = context;
  const source = pkg.text(file);
  const declared = declaredNames(program);
  const use = (name: string) => used.set(name, (used.get(name) ?? new Set()).add(file));
  const evaluates = (what: string, ancestors: AnyNode[]) => {
    const caught = ancestors.some((node) => node.type === 'TryStatement');
    (caught ? warn : error)(`${file}: ${what} is refused by WeChat${caught ? ' (inside try)' : ''}`);
  };
  ancestor(program, {
    CallExpression(node, _state, ancestors) {
      const name = node.callee.type === 'Identifier' ? node.callee.name : '';
      if ((name === 'eval' || name === 'Function') && !declared.has(name))
        evaluates(`${name}()`, ancestors as AnyNode[]);
    },
    NewExpression(node, _state, ancestors) {
      const name = node.callee.type === 'Identifier' ? node.callee.name : '';
      if (name === 'Function' && !declared.has(name)) evaluates('new Function', ancestors as AnyNode[]);
    },
    ImportExpression: () => error(`${file}: import() does not exist in WeChat`),
    Literal(node) {
      if (node.regex && /\(\?<[=!]/.test(node.regex.pattern)) {
        error(
          `${file}: regular expression with lookbehind, which iOS before 16.4 cannot parse: ${node.raw?.slice(0, 60)}`,
        );
      }
    },
    MemberExpression(node, _state, ancestors) {
      const { object, property } = node;
      const name = property.type === 'Identifier' && !node.computed ? property.name : literal(property);
      if (name === undefined) return;
      if (YOUNG_METHODS.has(name)) warn(`${file}: .${name} is younger than ES2019`);
      if (object.type === 'Identifier' && object.name === 'wx' && !NOT_APIS.has(name)) {
        // What a script asks for by its `typeof` it does without in older versions.
        if (!apiCatalog().has(name)) error(`${file}: wx.${name} does not exist`);
        else if (!isAskedFor(`wx.${name}`, ancestors as AnyNode[], source)) use(name);
      }
      // `Taro.x()` is compiled to `taro().x()` with a short name for the function.
      const isModule = object.type === 'CallExpression' && object.arguments.length === 0;
      if (isModule && apiCatalog().has(name)) use(name);
    },
    Identifier(node, _state, ancestors) {
      if (!FOREIGN.has(node.name) || declared.has(node.name)) return;
      if (!isGuarded(node.name, ancestors as AnyNode[], source)) {
        error(`${file}: ${node.name} does not exist in WeChat: ${source.slice(node.start, node.end + 30)}`);
      }
    },
  });
}

function literal(node: { type: string }): string | undefined {
  const { value } = node as { value?: unknown };
  return node.type === 'Literal' && typeof value === 'string' ? value : undefined;
}
