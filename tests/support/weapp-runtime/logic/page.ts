import type { Element, GeneralComponent } from 'glass-easel';
import type { Screen } from '../screen';
import type { ViewNode } from '../view/node';
import { PageView, type ViewContext } from '../view/page-view';
import { type Measure, type QueryTarget, selectorQuery } from '../wx/query';
import type { Definition } from './modules';
import { type Patch, parsePath, type SetDataBridge, setPath } from './set-data';

type Callback = (() => void) | undefined;

/** What a page needs of the app around it. */
export interface PageHost extends ViewContext {
  bridge: SetDataBridge;
  screen: Screen | undefined;
  /** Hears each text that the page draws. */
  onText(text: string): void;
  /** Keeps the app busy until the promise settles, see `MiniApp.idle`. */
  track(work: Promise<unknown>): void;
}

/** An open page: the object that the app knows as `this`, and its view. */
export class Page implements QueryTarget {
  /** What `getCurrentPages()` returns for it. */
  readonly instance: Record<string, unknown>;
  readonly view: PageView;
  /** In the navigation bar; the app may change it. */
  title: string;
  private alive = true;

  constructor(
    private readonly host: PageHost,
    readonly id: number,
    readonly route: string,
    readonly query: Record<string, string>,
    definition: Definition,
  ) {
    const { realm, screen } = host;
    this.title = host.pkg.windowOf(route).navigationBarTitleText ?? '';
    this.instance = realm.evaluate<Record<string, unknown>>('({})');
    Object.assign(this.instance, definition, {
      route,
      __route__: route,
      is: route,
      options: realm.toApp(query),
      data: realm.toApp(definition.data ?? {}),
      setData: (patch: Patch, done: Callback) => this.setData(patch, done),
      selectComponent: (selector: string) => this.components(selector)[0] ?? null,
      selectAllComponents: (selector: string) => this.components(selector),
      createSelectorQuery: () => selectorQuery(realm, () => this),
      getPageId: () => id,
      getTabBar: () => null,
    });
    const handlers = Object.fromEntries(
      Object.entries(definition)
        .filter(([, member]) => typeof member === 'function')
        .map(([name]) => [name, (...args: unknown[]) => this.call(name, ...args)]),
    );
    this.view = new PageView(
      host,
      route,
      this.instance.data as Patch,
      handlers,
      (component) => this.setUp(component),
      (op) => {
        if (op[0] === 'text') host.onText(op[2]);
        screen?.draw(id, op);
      },
    );
  }

  /** Calls a lifecycle or handler of the page if it has it; what it throws is recorded. */
  call(name: string, ...args: unknown[]): unknown {
    const member = this.instance[name];
    if (typeof member !== 'function') return undefined;
    return this.host.realm.guard(`${this.route} ${name}`, () => member.apply(this.instance, args) as unknown);
  }

  show(): void {
    this.call('onShow');
    this.view.pageLifetime('show');
  }

  hide(): void {
    this.call('onHide');
    this.view.pageLifetime('hide');
  }

  unload(): void {
    this.call('onUnload');
    this.view.close();
    this.alive = false;
  }

  select(selector: string, scope?: GeneralComponent): Element[] {
    return this.view.select(selector, scope);
  }

  async measure(nodes: ViewNode[] | undefined): Promise<Measure[]> {
    if (this.host.screen)
      return this.host.screen.measure(
        this.id,
        nodes?.map((node) => node.id),
      );
    return (nodes ?? [undefined]).map(() => ({ ...UNMEASURED }));
  }

  private setData(patch: Patch, done: Callback): void {
    const wire = this.host.bridge.cross(patch);
    if (wire === undefined) return;
    const copy = this.host.realm.parseJson(wire) as Patch;
    for (const [path, value] of Object.entries(copy))
      setPath(this.instance.data as Patch, parsePath(path), value);
    if (this.alive) this.view.setData(JSON.parse(wire) as Patch);
    this.afterDrawing(this.instance, done);
  }

  /** The callback of `setData` runs when the view has drawn, which is never at once. */
  private afterDrawing(caller: unknown, done: Callback): void {
    const { realm, screen } = this.host;
    const drawn = (screen?.drawn(this.id) ?? Promise.resolve()).then(() => new Promise(setImmediate));
    this.host.track(
      drawn.then(() => {
        if (done) realm.guard('setData callback', () => done.call(caller));
      }),
    );
  }

  /** Gives a component instance the methods that WeChat adds to glass-easel's own. */
  private setUp(component: GeneralComponent): void {
    const { realm } = this.host;
    const apply = component.setData.bind(component);
    Object.assign(component, {
      setData: (patch: Patch, done: Callback) => {
        const wire = this.host.bridge.cross(patch);
        if (wire === undefined) return;
        const copy = JSON.parse(wire) as Patch;
        apply(
          Object.fromEntries(
            Object.entries(copy).map(([path, value]) => [path.replaceAll('.[', '['), value]),
          ),
        );
        this.afterDrawing(component, done);
      },
      selectComponent: (selector: string) => this.components(selector, component)[0] ?? null,
      selectAllComponents: (selector: string) => this.components(selector, component),
      createSelectorQuery: () => selectorQuery(realm, () => this, component),
      getPageId: () => this.id,
    });
  }

  private components(selector: string, scope?: GeneralComponent): unknown[] {
    return this.view
      .select(selector, scope)
      .map((element) => element.asGeneralComponent()?.getMethodCaller())
      .filter((instance) => instance !== undefined);
  }
}

const UNMEASURED: Measure = {
  left: 0,
  top: 0,
  right: 0,
  bottom: 0,
  width: 0,
  height: 0,
  scrollLeft: 0,
  scrollTop: 0,
  scrollWidth: 0,
  scrollHeight: 0,
};
