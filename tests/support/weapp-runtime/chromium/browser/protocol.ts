import type { ViewOp } from '../../view/node';
import type { Measure } from '../../wx/query';

/** What the user did to a node of a page, as the view reports it. Coordinates are CSS pixels of the page. */
export type Gesture =
  | { kind: 'tap' | 'longpress'; node: number; x: number; y: number }
  | {
      kind: 'touch';
      node: number;
      type: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel';
      x: number;
      y: number;
    }
  | { kind: 'input' | 'confirm'; node: number; value: string }
  | { kind: 'focus' | 'blur'; node: number }
  | { kind: 'swipe'; node: number; current: number }
  | { kind: 'event'; node: number; type: string; detail: object }
  | { kind: 'pageScroll'; scrollTop: number }
  | { kind: 'reachBottom' };

/** What a page's frame offers to the driver. */
export interface FrameApi {
  start(pageId: number, css: string, reachBottomDistance: number): void;
  apply(ops: ViewOp[]): void;
  /** Resolves when the driver has handled every gesture reported so far. */
  told(): Promise<void>;
  element(node: number): Element | undefined;
  measure(nodes: number[] | undefined): Measure[];
  scrollTo(top: number): void;
}

/** What the host page, which holds the frames, offers to the driver. */
export interface HostApi {
  addPage(pageId: number): Promise<void>;
  /** Resolves when the driver has handled everything done here so far. */
  told(): Promise<void>;
  showPage(pageId: number, chrome: PageChrome): void;
  removePage(pageId: number): void;
  setTabs(tabs: { text: string; icon: string; selectedIcon: string }[]): void;
  toast(text: string | undefined, durationMs: number): void;
  modal(modal: {
    title: string;
    content: string;
    confirmText: string;
    cancelText?: string;
    editable: boolean;
  }): void;
  sheet(title: string, items: string[]): void;
  picker(mode: string, value: string, columns: string[][]): void;
  closeDialog(): void;
}

/** The parts of the screen around a page. */
export interface PageChrome {
  title: string;
  customNavigation: boolean;
  barBackground: string;
  barText: string;
  pageBackground: string;
  canGoBack: boolean;
  /** Index of the selected tab; -1 hides the tab bar. */
  tab: number;
  tabColors: { color: string; selectedColor: string; background: string };
}

declare global {
  interface Window {
    frameApi: FrameApi;
    hostApi: HostApi;
    /** Provided by the driver. */
    weappGesture(pageId: number, gesture: Gesture): Promise<void>;
    weappBack(): Promise<void>;
    weappTab(index: number): Promise<void>;
    weappModal(confirm: boolean, content: string): Promise<void>;
    weappSheet(index: number): Promise<void>;
    weappPick(choice: string[] | undefined): Promise<void>;
  }
}
