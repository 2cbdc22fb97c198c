process.env.TARO_ENV = 'h5';
Object.assign(globalThis, { QIHANG_API_BASE: '/api/v1' });
Object.defineProperty(window, 'matchMedia', {
  // A test of a wide window puts another in its place.
  writable: true,
  value: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
});
