import { rpxToCss } from '../rpx';
import { showImage } from './image';

/** Types of WeChat's input that a browser has no equal of, or whose own rules would get in the way. */
const TEXT_TYPES: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  nickname: 'text',
};

/** Gives a DOM element a property of a WeChat component; `null` takes it away. */
export function setProperty(element: HTMLElement, name: string, value: unknown): void {
  if (element.tagName === 'IMAGE' && ['src', 'mode', 'style'].includes(name)) {
    reflect(element, name, name === 'style' ? rpxToCss(String(value)) : value);
    showImage(element);
  } else if (isField(element) && name === 'value') {
    const text = value === null ? '' : String(value);
    if (element.value !== text) element.value = text;
  } else if (isField(element) && name === 'focus') {
    if (value !== null) element.focus();
  } else if (isField(element) && name === 'maxlength') {
    reflect(element, name, value === null || Number(value) < 0 ? null : value);
  } else if (element instanceof HTMLInputElement && (name === 'type' || name === 'password')) {
    setInputType(element, name, value);
  } else if (element.tagName === 'SCROLL-VIEW' && (name === 'scroll-top' || name === 'scroll-left')) {
    if (value !== null)
      element[name === 'scroll-top' ? 'scrollTop' : 'scrollLeft'] = Number.parseFloat(String(value));
  } else if (element.tagName === 'SCROLL-VIEW' && name === 'scroll-into-view') {
    if (value) element.querySelector(`#${CSS.escape(String(value))}`)?.scrollIntoView();
  } else if (element.tagName === 'SWIPER' && name === 'current') {
    reflect(element, name, value);
    requestAnimationFrame(() => element.scrollTo({ left: Number(value ?? 0) * element.clientWidth }));
  } else {
    reflect(element, name, name === 'style' ? rpxToCss(String(value)) : value);
  }
}

function setInputType(input: HTMLInputElement, name: string, value: unknown): void {
  if (name === 'password') {
    input.type = value === null ? 'text' : 'password';
    return;
  }
  const mode = TEXT_TYPES[String(value)];
  if (mode) input.inputMode = mode;
  else if (input.type !== 'password') input.type = value === 'safe-password' ? 'password' : 'text';
}

function reflect(element: HTMLElement, name: string, value: unknown): void {
  if (value === null) element.removeAttribute(name);
  else
    element.setAttribute(
      name,
      typeof value === 'object' ? JSON.stringify(value) : value === true ? '' : String(value),
    );
}

function isField(element: HTMLElement): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
