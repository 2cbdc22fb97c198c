import type { Frame } from 'playwright-core';
import type { ViewOp } from '../view/node';

/** The drawing of one page: changes wait until its frame is there, and are applied in order, a batch a turn. */
export class Canvas {
  /** Settles when all changes handed to `draw` so far are applied. */
  applied: Promise<void> = Promise.resolve();
  private readonly ops: ViewOp[] = [];
  private scheduled = false;
  private target: Frame | undefined;

  constructor(private readonly complain: (message: string) => void) {}

  /** The page's frame, once it is there. */
  get openFrame(): Frame | undefined {
    return this.target;
  }

  get frame(): Frame {
    if (!this.target) throw new Error('the page has no frame yet');
    return this.target;
  }

  set frame(frame: Frame) {
    this.target = frame;
    this.schedule();
  }

  draw(op: ViewOp): void {
    this.ops.push(op);
    this.schedule();
  }

  private schedule(): void {
    if (this.scheduled || !this.target) return;
    this.scheduled = true;
    this.applied = this.applied.then(() => this.flush());
  }

  private async flush(): Promise<void> {
    await new Promise(setImmediate);
    this.scheduled = false;
    const batch = this.ops.splice(0);
    await this.frame
      .evaluate((changes) => window.frameApi.apply(changes), batch)
      .catch((error: Error) => {
        if (!this.frame.isDetached()) this.complain(error.message);
      });
  }
}
