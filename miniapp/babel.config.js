const widgets = '@nutui/nutui-react-taro/dist/es/packages';

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [
    './babel-plugin-bare-contracts.js',
    // Each NutUI widget by its own path and with its own style sheet: the library's index and style.css are whole.
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        customName: (name) => `${widgets}/${name.toLowerCase()}`,
        customStyleName: (name) => `${widgets}/${name.toLowerCase()}/style/css`,
        camel2DashComponentName: false,
      },
    ],
  ],
};
