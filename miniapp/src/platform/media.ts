import { apiBase } from './transport';

/** The address of a picture or file kept on this service (`/media/…`); others pass unchanged. */
export const mediaAddress = (url: string) =>
  url.startsWith('/') ? apiBase().replace(/\/api\/v1$/, '') + url : url;
