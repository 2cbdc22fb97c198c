import { AbortController } from '../../src/platform/abort-controller';

// Chrome 64 and 65 have none; Taro's request and react-query call `new window.AbortController()`.
if (!('AbortController' in window)) Object.assign(window, { AbortController });
