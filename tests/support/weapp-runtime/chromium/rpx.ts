/** Responsive pixels are 1/750 of the window's width. */
export function rpxToCss(css: string): string {
  return css.replace(/(?<![\w.-])(-?\d*\.?\d+)rpx\b/g, 'calc(100vw * $1 / 750)');
}
