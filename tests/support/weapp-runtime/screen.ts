import type { Page } from './logic/page';
import type { MiniApp } from './mini-app';
import type { ViewOp } from './view/node';
import type { Measure } from './wx/query';
import type { Theme } from './wx/system';

/** Something that draws the pages of an app; without one the runtime keeps the trees only. */
export interface Screen {
  /** Called before the app is launched. */
  attach(app: MiniApp): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** One change of a page's tree. May come before `open`, and is then kept. */
  draw(pageId: number, op: ViewOp): void;
  /** Resolves when all changes so far are on the screen. */
  drawn(pageId: number): Promise<void>;
  /** Brings up a new page and shows it. */
  open(page: Page): Promise<void>;
  show(page: Page): Promise<void>;
  close(pageId: number): Promise<void>;
  /** Measures nodes by number, or the viewport. */
  measure(pageId: number, nodes: number[] | undefined): Promise<Measure[]>;
}
