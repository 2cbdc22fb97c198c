import { isH5 } from './target';
import { apiBase } from './transport';

/** The address of a picture or file kept on this service (`/media/…`); others pass unchanged. */
export const mediaAddress = (url: string) =>
  url.startsWith('/') ? apiBase().replace(/\/api\/v1$/, '') + url : url;

/** The whole address of a path on this service, to be used outside of it. */
export const wholeAddress = (path: string) => (isH5 ? window.location.origin + path : mediaAddress(path));
