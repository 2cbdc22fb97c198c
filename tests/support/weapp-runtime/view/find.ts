import type { ViewNode } from './node';
import { isHidden, squeeze, textOf } from './text';

/**
 * How a test names a node: `'#id'`, `'.class'`, `'[attribute=value]'`, or what a user would say: the
 * text of a node, its `aria-label`, or the placeholder of a field.
 */
export type Target = string;

export interface FindOptions {
  /** Looks only inside this one. */
  within?: Target;
  /** Which of several matches, from 0. Without it the first in document order. */
  nth?: number;
}

/** All nodes that `target` names, in document order, hidden ones left out. */
export function findAll(root: ViewNode, target: Target): ViewNode[] {
  const whole = findWhole(root, target);
  if (whole.length > 0 || parseSelector(target)) return whole;
  const wanted = squeeze(target);
  return deepest(elementsIn(root).filter((node) => squeeze(textOf(node)).includes(wanted)));
}

/** As `findAll`, without nodes that have the text only among others: those may be there before the one that is meant. */
export function findWhole(root: ViewNode, target: Target): ViewNode[] {
  const selector = parseSelector(target);
  if (selector) return [...visibleNodes(root)].filter(selector);
  const wanted = squeeze(target);
  const elements = elementsIn(root);
  const exact = deepest(elements.filter((node) => squeeze(textOf(node)) === wanted));
  if (exact.length > 0) return exact;
  return elements.filter(
    (node) => node.attribute('aria-label') === wanted || node.attribute('placeholder') === wanted,
  );
}

const elementsIn = (root: ViewNode): ViewNode[] =>
  [...visibleNodes(root)].filter((node) => node.text === undefined);

/** The one node that `target` names. Throws with the page's text when there is none. */
export function find(root: ViewNode, target: Target, { within, nth = 0 }: FindOptions = {}): ViewNode {
  const scope = within === undefined ? root : find(root, within);
  const matches = findAll(scope, target);
  const match = matches[nth];
  if (match) return match;
  const place = within === undefined ? 'the page' : `"${within}"`;
  const count = matches.length === 0 ? `no "${target}"` : `only ${matches.length} of "${target}"`;
  throw new Error(`${count} on ${place}, which reads:\n${textOf(scope)}`);
}

function* visibleNodes(node: ViewNode): Generator<ViewNode> {
  if (isHidden(node)) return;
  yield node;
  for (const child of node.children) yield* visibleNodes(child);
}

function deepest(nodes: ViewNode[]): ViewNode[] {
  const parents = new Set(nodes.flatMap((node) => [...node.ancestors()]));
  return nodes.filter((node) => !parents.has(node));
}

function parseSelector(target: Target): ((node: ViewNode) => boolean) | undefined {
  const id = /^#([\w-]+)$/.exec(target)?.[1];
  if (id !== undefined) return (node) => node.domId === id;
  const classes = /^(?:\.[\w-]+)+$/.exec(target)?.[0].slice(1).split('.');
  if (classes) return (node) => classes.every((name) => node.classes.has(name));
  const attribute = /^([a-z-]*)\[([\w-]+)(?:="?([^"\]]*)"?)?\]$/.exec(target);
  if (!attribute) return undefined;
  const [, tag, name = '', value] = attribute;
  return (node) =>
    (!tag || node.tag === tag) &&
    (value === undefined ? node.attributes.has(name) : node.attribute(name) === value);
}
