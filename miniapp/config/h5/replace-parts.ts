import path from 'node:path';
import webpack from 'webpack';

const own = (file: string) => path.join(__dirname, file);

/** Parts of Taro's browser runtime that every reader would load and no page of ours uses, and what stands in for each. */
const parts: [request: RegExp, file: string][] = [
  [/^@tarojs\/components-react\/dist\/index\.css$/, 'components.css'],
  // Icon font and form widgets of Taro's web components, which useHtmlComponents leaves out.
  [/^@tarojs\/components\/dist\/taro-components\/taro-components\.css$/, 'nothing.js'],
  // Every browser of package.json's browserslist has fetch.
  [/^whatwg-fetch$/, 'nothing.js'],
  [/^abortcontroller-polyfill\/dist\/abortcontroller-polyfill-only$/, 'abort-controller.ts'],
  [/^jsonp-retry$/, 'no-jsonp.js'],
  // A table of all phones' names, for Taro.getDeviceInfo.
  [/^platform$/, 'nothing.js'],
];

/** Keeps the first load small; its budget is in tests/architecture/budget.test.ts. */
export const replaceParts = () => [
  ...parts.map(([request, file]) => new webpack.NormalModuleReplacementPlugin(request, own(file))),
  // Taro's router brings its own tab bar and with it the web-component runtime; the page frame draws ours.
  new webpack.NormalModuleReplacementPlugin(
    /^@tarojs\/components\/dist\/components$/,
    (request: { context: string; request: string }) => {
      if (/@tarojs[\\/]router[\\/]/.test(request.context)) request.request = own('no-tab-bar.ts');
    },
  ),
];
