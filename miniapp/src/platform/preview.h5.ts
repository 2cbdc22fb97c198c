import './preview.scss';

/** Shows a picture full screen until it is tapped or Escape is pressed. Taro's own preview brings a 180 KB slider. */
export function previewImages(_urls: string[], current: string) {
  const layer = document.createElement('div');
  const image = document.createElement('img');
  layer.className = 'preview';
  layer.setAttribute('role', 'dialog');
  layer.setAttribute('aria-label', '看大图，点按关闭');
  image.src = current;
  layer.append(image);
  const close = () => {
    layer.remove();
    window.removeEventListener('keydown', onKey);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  layer.addEventListener('click', close);
  window.addEventListener('keydown', onKey);
  document.body.append(layer);
}
