/** How WeChat's `mode` places a picture, in terms of CSS backgrounds. */
const SIZES: Record<string, string> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: '100% auto',
  heightFix: 'auto 100%',
};

const waiting = new WeakSet<HTMLElement>();
/** Source and mode that were last loaded: new styles alone do not load again. */
const loaded = new WeakMap<HTMLElement, string>();

/** Draws an `image` once, after the properties that are being set now. */
export function showImage(element: HTMLElement): void {
  if (waiting.has(element)) return;
  waiting.add(element);
  queueMicrotask(() => {
    waiting.delete(element);
    draw(element);
  });
}

/**
 * As WeChat does, the picture is a background of a box whose size comes from styles alone, and
 * `load` and `error` are told once it is decoded.
 */
function draw(element: HTMLElement): void {
  const source = element.getAttribute('src');
  const mode = element.getAttribute('mode') ?? 'scaleToFill';
  if (!source) {
    element.style.backgroundImage = '';
    return;
  }
  element.style.backgroundImage = `url(${JSON.stringify(source)})`;
  element.style.backgroundSize = SIZES[mode] ?? '100% 100%';
  if (loaded.get(element) === `${mode} ${source}`) return;
  loaded.set(element, `${mode} ${source}`);
  const picture = new Image();
  picture.onload = () => {
    const { naturalWidth: width, naturalHeight: height } = picture;
    if (mode === 'widthFix') element.style.height = `${(element.clientWidth * height) / width}px`;
    if (mode === 'heightFix') element.style.width = `${(element.clientHeight * width) / height}px`;
    tell(element, 'load', { width, height });
  };
  picture.onerror = () => tell(element, 'error', { errMsg: `cannot load ${source}` });
  picture.src = source;
}

function tell(element: HTMLElement, type: string, detail: object): void {
  element.dispatchEvent(new CustomEvent(`weapp:${type}`, { detail, bubbles: true }));
}
