import { tell } from './gestures';
import type { Gesture } from './protocol';
import { numberOf } from './tree';

type Report = (gesture: Gesture) => void;

/** Watches the page, its scroll-views and its swipers scroll. */
export function watchScrolling(report: Report, reachBottomDistance: number): void {
  watchPage(report, reachBottomDistance);
  document.addEventListener(
    'scroll',
    (event) => {
      if (!(event.target instanceof HTMLElement)) return;
      if (event.target.tagName === 'SCROLL-VIEW') scrollView(report, event.target);
    },
    true,
  );
  document.addEventListener(
    'scrollend',
    (event) => {
      if (event.target instanceof HTMLElement && event.target.tagName === 'SWIPER')
        swiper(report, event.target);
    },
    true,
  );
}

/** `onReachBottom` comes once for each arrival within the distance. */
function watchPage(report: Report, distance: number): void {
  let atBottom = false;
  addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    report({ kind: 'pageScroll', scrollTop });
    const reached = scrollTop + clientHeight >= scrollHeight - distance;
    if (reached && !atBottom) report({ kind: 'reachBottom' });
    atBottom = reached;
  });
}

const edges = new WeakMap<Element, string>();

function scrollView(report: Report, view: HTMLElement): void {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = view;
  tell(report, view, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 });
  const threshold = (name: string) => Number.parseFloat(view.getAttribute(name) ?? '50');
  const vertical = view.hasAttribute('scroll-y');
  const before = vertical ? scrollTop : scrollLeft;
  const after = vertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
  const edge =
    after <= threshold('lower-threshold') ? 'lower' : before <= threshold('upper-threshold') ? 'upper' : '';
  if (edge !== '' && edge !== edges.get(view)) {
    const direction = vertical ? { lower: 'bottom', upper: 'top' } : { lower: 'right', upper: 'left' };
    tell(report, view, `scrollto${edge}`, { direction: direction[edge as 'lower' | 'upper'] });
  }
  edges.set(view, edge);
}

function swiper(report: Report, element: HTMLElement): void {
  const node = numberOf(element);
  const current = Math.round(element.scrollLeft / Math.max(element.clientWidth, 1));
  if (node !== undefined) report({ kind: 'swipe', node, current });
}
