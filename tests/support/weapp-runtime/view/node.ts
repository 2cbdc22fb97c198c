import type { composedBackend, Element } from 'glass-easel';

/** One change of the drawn tree, in the order it happened; see `frame.ts` for the reader. */
export type ViewOp =
  | ['element', id: number, tag: string]
  | ['text', id: number, text: string]
  | ['insert', parent: number, child: number, before: number]
  | ['remove', id: number]
  | ['id', id: number, value: string]
  | ['style', id: number, value: string]
  | ['class', id: number, value: string]
  | ['attribute', id: number, name: string, value: unknown]
  | ['listen', id: number, type: string];

/**
 * A node of the page as it is drawn: shadow trees and templates are already resolved by glass-easel, which drives
 * this class through its composed-backend protocol. Queries read it, and its changes can be replayed elsewhere.
 */
export class ViewNode implements composedBackend.Element {
  readonly children: ViewNode[] = [];
  readonly attributes = new Map<string, unknown>();
  readonly classes = new Set<string>();
  readonly listens = new Set<string>();
  parent: ViewNode | undefined;
  domId = '';
  style = '';
  text: string | undefined;
  /** The glass-easel element this node draws; absent for texts and fragments. */
  element: Element | undefined;
  __wxElement?: Element;

  constructor(
    readonly id: number,
    readonly tag: string,
    private readonly emit: (op: ViewOp) => void,
  ) {}

  associateValue(element: Element): void {
    this.element = element;
  }

  release(): void {
    this.element = undefined;
  }

  appendChild(child: ViewNode): void {
    this.place([child], undefined);
  }

  insertBefore(child: ViewNode, before: ViewNode): void {
    this.place([child], before);
  }

  removeChild(child: ViewNode): void {
    const index = this.children.indexOf(child);
    if (index < 0) return;
    this.children.splice(index, 1);
    child.parent = undefined;
    this.emit(['remove', child.id]);
  }

  replaceChild(child: ViewNode, old: ViewNode): void {
    this.place([child], old);
    this.removeChild(old);
  }

  spliceBefore(before: ViewNode, deleteCount: number, list: ViewNode): void {
    const doomed = this.run(before, deleteCount);
    this.place(list.take(), before);
    for (const child of doomed) this.removeChild(child);
  }

  spliceAppend(list: ViewNode): void {
    this.place(list.take(), undefined);
  }

  spliceRemove(before: ViewNode, deleteCount: number): void {
    for (const child of this.run(before, deleteCount)) this.removeChild(child);
  }

  setId(value: string): void {
    this.domId = value;
    this.emit(['id', this.id, value]);
  }

  setStyle(value: string): void {
    this.style = value;
    this.emit(['style', this.id, value]);
  }

  addClass(name: string): void {
    this.classes.add(name);
    this.emitClasses();
  }

  removeClass(name: string): void {
    this.classes.delete(name);
    this.emitClasses();
  }

  clearClasses(): void {
    this.classes.clear();
    this.emitClasses();
  }

  /** `undefined`, `null` and `false` mean that the property was not given, as for a native component of WeChat. */
  setAttribute(name: string, value: unknown): void {
    if (value === undefined || value === null || value === false) {
      this.removeAttribute(name);
      return;
    }
    this.attributes.set(name, value);
    this.emit(['attribute', this.id, name, value]);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
    this.emit(['attribute', this.id, name, null]);
  }

  setText(value: string): void {
    this.text = value;
    this.emit(['text', this.id, value]);
  }

  setListenerStats(type: string): void {
    this.listens.add(type);
    this.emit(['listen', this.id, type]);
  }

  setStyleScope(): void {}

  setModelBindingStat(): void {}

  /** This node and all below it, in document order. */
  *walk(): Generator<ViewNode> {
    yield this;
    for (const child of this.children) yield* child.walk();
  }

  *ancestors(): Generator<ViewNode> {
    for (let node = this.parent; node; node = node.parent) yield node;
  }

  attribute(name: string): string {
    const value = this.attributes.get(name);
    return value === undefined ? '' : String(value);
  }

  /** Whether a boolean property such as `disabled` is on. */
  is(name: string): boolean {
    return this.attributes.has(name) && this.attributes.get(name) !== 'false';
  }

  private take(): ViewNode[] {
    return this.children.splice(0);
  }

  private run(first: ViewNode, count: number): ViewNode[] {
    const start = this.children.indexOf(first);
    return start < 0 ? [] : this.children.slice(start, start + count);
  }

  private place(nodes: ViewNode[], before: ViewNode | undefined): void {
    for (const node of nodes) {
      const known = node.parent?.children.indexOf(node) ?? -1;
      if (known >= 0) node.parent?.children.splice(known, 1);
      const index = before ? this.children.indexOf(before) : -1;
      this.children.splice(index < 0 ? this.children.length : index, 0, node);
      node.parent = this;
      this.emit(['insert', this.id, node.id, before?.id ?? 0]);
    }
  }

  private emitClasses(): void {
    this.emit(['class', this.id, [...this.classes].join(' ')]);
  }
}
