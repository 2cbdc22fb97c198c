process.env.TARO_ENV = 'h5';
Object.assign(globalThis, { QIHANG_API_BASE: '/api/v1' });
Object.defineProperty(window, 'matchMedia', {
  value: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});
