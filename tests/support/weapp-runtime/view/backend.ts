import type { BackendMode, composedBackend } from 'glass-easel';
import { ViewNode, type ViewOp } from './node';

/** Size of the window in CSS pixels. */
export interface WindowSize {
  width: number;
  height: number;
}

/** glass-easel's drawing target: builds the tree of `ViewNode`s and tells a sink of each change. */
export class ViewBackend implements composedBackend.Context {
  /** A const enum of glass-easel: 2 is "composed", a tree with all shadow roots already resolved. */
  readonly mode = 2 as BackendMode.Composed;
  readonly root: ViewNode;
  private readonly nodes = new Map<number, WeakRef<ViewNode>>();
  private lastId = 0;

  constructor(
    private readonly size: WindowSize,
    private readonly emit: (op: ViewOp) => void,
  ) {
    this.root = this.createElement('root', 'root');
  }

  getRootNode(): ViewNode {
    return this.root;
  }

  /** `stylingName` is the tag in the WXML; for a component `logicalName` is only a placeholder. */
  createElement(_logicalName: string, stylingName: string): ViewNode {
    const node = this.node(stylingName);
    this.emit(['element', node.id, stylingName]);
    return node;
  }

  createTextNode(content: string): ViewNode {
    const node = this.node('#text');
    node.setText(content);
    return node;
  }

  createFragment(): ViewNode {
    return new ViewNode(0, '#fragment', () => undefined);
  }

  /** The node with this number, unless it is gone. */
  byId(id: number): ViewNode | undefined {
    return this.nodes.get(id)?.deref();
  }

  getWindowWidth(): number {
    return this.size.width;
  }

  getWindowHeight(): number {
    return this.size.height;
  }

  getDevicePixelRatio(): number {
    return 2;
  }

  getTheme(): string {
    return 'light';
  }

  render(callback: (error: Error | null) => void): void {
    callback(null);
  }

  // Styles are the browser's business (see chromium/); events come in through `PageView.dispatch`.
  appendStyleSheetPath(): number {
    return 0;
  }
  registerStyleSheetContent(): void {}
  disableStyleSheet(): void {}
  onEvent(): void {}
  destroy(): void {}

  private node(tag: string): ViewNode {
    const node = new ViewNode(++this.lastId, tag, this.emit);
    this.nodes.set(node.id, new WeakRef(node));
    return node;
  }
}
