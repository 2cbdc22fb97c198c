import type { ViewOp } from '../../view/node';
import { setProperty } from './properties';

const nodes = new Map<number, Node>();
const numbers = new WeakMap<Node, number>();
const listened = new WeakMap<Element, Set<string>>();

/** Replays changes of the page's tree on the document. One that fails is reported and does not stop the others. */
export function apply(ops: ViewOp[]): void {
  for (const op of ops) {
    try {
      applyOne(op);
    } catch (error) {
      reportError(error);
    }
  }
}

export function nodeById(id: number): Element | undefined {
  const node = nodes.get(id);
  return node instanceof Element ? node : undefined;
}

/** Number of the nearest node of the page at or above a DOM node. */
export function numberOf(target: EventTarget | null): number | undefined {
  for (let node = target instanceof Node ? target : null; node; node = node.parentNode) {
    const id = numbers.get(node);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Whether the node or one above it listens to `type`. */
export function isListenedTo(target: EventTarget | null, type: string): boolean {
  for (let node = target instanceof Element ? target : null; node; node = node.parentElement) {
    if (listened.get(node)?.has(type)) return true;
  }
  return false;
}

function applyOne(op: ViewOp): void {
  switch (op[0]) {
    case 'element':
      register(op[1], op[2] === 'root' ? document.body : document.createElement(op[2]));
      break;
    case 'text': {
      const known = nodes.get(op[1]);
      if (known) known.textContent = op[2];
      else register(op[1], document.createTextNode(op[2]));
      break;
    }
    case 'insert':
      insert(op[1], op[2], op[3]);
      break;
    case 'remove':
      (nodes.get(op[1]) as ChildNode | undefined)?.remove();
      break;
    case 'id':
      setProperty(element(op[1]), 'id', op[2]);
      break;
    case 'style':
      setProperty(element(op[1]), 'style', op[2]);
      break;
    case 'class':
      setProperty(element(op[1]), 'class', op[2]);
      break;
    case 'attribute':
      setProperty(element(op[1]), op[2], op[3]);
      break;
    case 'listen':
      listen(element(op[1]), op[2]);
      break;
  }
}

function insert(parent: number, child: number, before: number): void {
  const node = nodes.get(child);
  if (node) nodes.get(parent)?.insertBefore(node, nodes.get(before) ?? null);
}

function register(id: number, node: Node): void {
  nodes.set(id, node);
  numbers.set(node, id);
}

function element(id: number): HTMLElement {
  const node = nodes.get(id);
  if (node instanceof HTMLElement) return node;
  throw new Error(`node ${id} is not an element`);
}

function listen(target: Element, type: string): void {
  const types = listened.get(target) ?? new Set();
  listened.set(target, types.add(type));
}
