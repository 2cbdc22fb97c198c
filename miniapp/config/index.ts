import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import webpack from 'webpack';
import { replaceParts } from './h5/replace-parts';

const root = path.resolve(__dirname, '..');
const shared = path.resolve(root, '../shared/src');

/**
 * Sources that Taro must compile itself: the workspace package, and packages shipped as modern JavaScript. Without the
 * second, terser writes their private fields as invalid `#"e"` and the H5 page stays blank although the build succeeds.
 */
const compile = {
  include: [
    (file: string) => file.startsWith(shared) || /node_modules[\\/](zod|@tanstack|zustand)[\\/]/.test(file),
  ],
};

// Sizes stay in px: text follows --fs and the phone's font setting, never the width of the screen.
const pxtransform = { enable: false, config: {} };

// Taro's H5 entry imports the style sheet of this package, which pnpm keeps beside the platform plugin.
const fromPlatform = { paths: [path.dirname(require.resolve('@tarojs/plugin-platform-h5'))] };
const htmlComponents = path.dirname(require.resolve('@tarojs/components-react/package.json', fromPlatform));

const weapp = process.env.TARO_ENV === 'weapp';
const apiBase = weapp ? process.env.QIHANG_API_BASE || 'http://127.0.0.1:3000/api/v1' : '/api/v1';

export default defineConfig<'webpack5'>({
  projectName: 'qihang',
  date: '2026-11-20',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  alias: {
    '@': path.join(root, 'src'),
    '@qihang/shared': shared,
    '@tarojs/components-react': htmlComponents,
    'lodash.kebabcase': path.join(root, 'config/kebab-case.js'),
  },
  defineConstants: {
    QIHANG_API_BASE: JSON.stringify(apiBase),
    'process.env.SUPPORT_DINGTALK_NAVIGATE': JSON.stringify('disabled'),
  },
  // Chinese as it is: written with escapes, as Taro does for the mini-program, every character takes twice the bytes.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  copy: {
    patterns: weapp
      ? [{ from: 'src/assets/tabs', to: 'dist/weapp/assets/tabs' }]
      : [{ from: 'src/assets/icon.svg', to: 'dist/h5/static/icon.svg' }],
    options: {},
  },
  plugins: [
    // Taro writes no aria-* into WXML. Only these three: each one travels in setData.
    [
      '@tarojs/plugin-inject',
      { components: { View: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' } } },
    ],
  ],
  mini: {
    compile,
    postcss: { pxtransform, cssModules: { enable: false } },
    optimizeMainPackage: { enable: process.env.NODE_ENV === 'production' },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      // WeChat's logic layer has no AbortController; without one react-query stays pending for ever.
      chain
        .plugin('abortController')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.join(root, 'src/platform/abort-controller.ts'), 'AbortController'] },
        ]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // Plain div, span and input instead of web components: smaller, and roles and keys work as anywhere on the web.
    useHtmlComponents: true,
    router: { mode: 'browser' },
    compile,
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true, config: {} }, cssModules: { enable: false } },
    webpackChain(chain) {
      replaceParts().forEach((plugin, at) => {
        chain.plugin(`replacePart${at}`).use(plugin);
      });
      // What most pages need is loaded once, with the first of them; what few need stays out of the first load.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 8_000,
        cacheGroups: {
          default: { minChunks: 2, reuseExistingChunk: true },
          defaultVendors: false,
          vendor: {
            name: 'vendor',
            test: /[\\/]node_modules[\\/]/,
            chunks: 'initial',
            enforce: true,
            priority: 2,
          },
          kit: {
            name: 'kit',
            // Reading addresses in texts is for pages that show texts, and leading pieces through their life for pages of one
            // piece, of which home is none.
            test: /[\\/]node_modules[\\/]|shared[\\/]src[\\/](?!text[\\/]link)|miniapp[\\/]src[\\/](ui|platform|common[\\/](?!text|blocks|content))[\\/]/,
            minChunks: 20,
            enforce: true,
            priority: 1,
          },
        },
      });
      chain.performance.hints(false);
    },
  },
});
