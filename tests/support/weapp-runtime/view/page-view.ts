import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  Component,
  ComponentSpace,
  Element,
  type GeneralComponent,
} from 'glass-easel';
import type { Modules } from '../logic/modules';
import type { Realm } from '../logic/realm';
import { type Patch, parsePath } from '../logic/set-data';
import type { WeappPackage } from '../weapp-package';
import { ViewBackend, type WindowSize } from './backend';
import { type InstanceSetup, toComponentParams } from './components';
import { dispatch, type Touch, withAppEvents } from './events';
import type { ViewNode, ViewOp } from './node';
import type { CompiledTemplates } from './templates';

/** What all pages of one app share. */
export interface ViewContext {
  pkg: WeappPackage;
  realm: Realm;
  modules: Modules;
  templates: CompiledTemplates;
  sizeOf(route: string): WindowSize;
  onError(where: string, error: unknown): void;
  onWarning(message: string): void;
}

/** glass-easel reports to the whole process; only one view is working at any moment. */
let working: ViewContext | undefined;
addGlobalErrorListener((error, method) => {
  working?.onError(`view.${method ?? 'render'}`, error);
  return working === undefined;
});
addGlobalWarningListener((message) => {
  working?.onWarning(message);
  return working === undefined;
});

/** One page drawn from its real WXML by glass-easel, WeChat's own component framework. */
export class PageView {
  private readonly backend: ViewBackend;
  private readonly component: GeneralComponent;

  /**
   * `handlers` are the functions of the page that its WXML may name; `data` is copied; `setup` prepares the instances of
   * components on the page; `emit` hears every change of the tree from the start.
   */
  constructor(
    private readonly context: ViewContext,
    route: string,
    data: Patch,
    handlers: Record<string, (...args: unknown[]) => unknown>,
    setup: InstanceSetup,
    emit: (op: ViewOp) => void,
  ) {
    this.backend = new ViewBackend(context.sizeOf(route), emit);
    const space = new ComponentSpace();
    for (const path of usedComponents(context.pkg, route)) this.define(space, path, setup);
    const page = space.defineComponent({
      is: route,
      using: this.using(route),
      template: this.template(route),
      data: JSON.parse(JSON.stringify(data)),
      methods: Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [name, withAppEvents(context.realm, handler)]),
      ),
      options: { writeIdToDOM: true },
    } as never);
    this.component = this.work(() => {
      const root = Component.createWithContext(
        'page',
        page as never,
        this.backend as never,
      ) as GeneralComponent;
      const placeholder = this.backend.createElement('', 'placeholder');
      this.backend.root.appendChild(placeholder);
      Element.replaceDocumentElement(root, this.backend.root as never, placeholder as never);
      return root;
    });
  }

  /** The `page` element. */
  get root(): ViewNode {
    return this.component.getBackendElement() as ViewNode;
  }

  get rootId(): number {
    return this.backend.root.id;
  }

  node(id: number): ViewNode | undefined {
    return this.backend.byId(id);
  }

  setData(patch: Patch): void {
    this.work(() => {
      for (const [path, value] of Object.entries(patch))
        this.component.replaceDataOnPath(parsePath(path), value as never);
      this.component.applyDataUpdates();
    });
  }

  /** Sends a native event to a node. Returns whether anything listened. */
  dispatch(node: ViewNode, type: string, detail: object = {}, touches: Touch[] = []): boolean {
    const { element } = node;
    if (!element) return false;
    return this.work(() => dispatch(element, type, this.context.realm.toApp(detail), touches));
  }

  pageLifetime(name: 'show' | 'hide'): void {
    this.work(() => this.component.triggerPageLifetime(name, []));
  }

  /** Nodes of the page that match a selector of `SelectorQuery` or `selectComponent`, seen from `scope`. */
  select(selector: string, scope: GeneralComponent = this.component): Element[] {
    return (scope.getShadowRoot() ?? this.component.getShadowRoot())?.querySelectorAll(selector) ?? [];
  }

  close(): void {
    this.work(() => Element.pretendDetached(this.component));
  }

  private work<T>(run: () => T): T {
    const outer = working;
    working = this.context;
    try {
      return run();
    } finally {
      working = outer;
    }
  }

  private define(space: ComponentSpace, path: string, setup: InstanceSetup): void {
    const definition = this.context.modules.components.get(path);
    if (!definition) {
      this.context.onError('view', new Error(`${path} is used as a component but never calls Component()`));
      return;
    }
    const params = toComponentParams(space, this.context.realm, definition, setup);
    space.defineComponent({
      ...params,
      is: path,
      using: this.using(path),
      template: this.template(path),
      options: { ...(definition.options as object | undefined), writeIdToDOM: true },
    } as never);
  }

  private using(path: string): Record<string, string> {
    return Object.fromEntries(
      [...this.context.pkg.componentsOf(path)].map(([tag, target]) => [tag, `/${target}`]),
    );
  }

  private template(path: string) {
    const { contents } = this.context.templates;
    return { content: contents[path], groupList: contents, fallbackListenerOnNativeNode: true };
  }
}

/** Paths of the components a page uses, with those that they use. */
function usedComponents(pkg: WeappPackage, route: string, found = new Set<string>()): Set<string> {
  for (const component of pkg.componentsOf(route).values()) {
    if (found.has(component)) continue;
    found.add(component);
    usedComponents(pkg, component, found);
  }
  return found;
}
