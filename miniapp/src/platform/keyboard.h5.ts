import { useEffect, useState } from 'react';

/** What is less is a bar of the browser that comes and goes. */
const leastKeyboard = 120;

/** The height in px that the keyboard takes at the foot of the page; 0 while it is put away, and where there is none. */
export function useKeyboard(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const follow = () => {
      const covered = Math.round(window.innerHeight - view.height - view.offsetTop);
      setHeight(covered > leastKeyboard ? covered : 0);
    };
    view.addEventListener('resize', follow);
    view.addEventListener('scroll', follow);
    follow();
    return () => {
      view.removeEventListener('resize', follow);
      view.removeEventListener('scroll', follow);
    };
  }, []);
  return height;
}

export const hideKeyboard = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};
