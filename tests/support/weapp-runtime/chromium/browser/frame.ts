import type { Measure } from '../../wx/query';
import { watchGestures } from './gestures';
import type { Gesture } from './protocol';
import { watchScrolling } from './scrolling';
import { tell, told } from './tellings';
import { apply, nodeById } from './tree';

// The body is the page: nothing else belongs in it.
document.currentScript?.remove();

window.frameApi = {
  start(pageId, css, reachBottomDistance) {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    const report = (gesture: Gesture) => tell(window.weappGesture(pageId, gesture));
    watchGestures(report);
    watchScrolling(report, reachBottomDistance);
  },
  apply,
  told,
  element: nodeById,
  measure: (nodes) =>
    nodes === undefined
      ? [measureViewport()]
      : nodes.map((id) => {
          const element = nodeById(id);
          return element ? measure(element) : measureViewport();
        }),
  scrollTo: (top) => scrollTo({ top }),
};

function measure(element: Element): Measure {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element;
  return { left, top, right, bottom, width, height, scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function measureViewport(): Measure {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = document.documentElement;
  const { innerWidth: width, innerHeight: height } = window;
  return {
    left: 0,
    top: 0,
    right: width,
    bottom: height,
    width,
    height,
    scrollLeft,
    scrollTop,
    scrollWidth,
    scrollHeight,
  };
}
