import { copy } from '@/platform/device';
import { Act } from './action-bar';

/** Passes the page on: in a browser by its address; see share-act.weapp.tsx. */
export const ShareAct = () => (
  <Act icon="share" text="转发" onTap={() => copy(window.location.href, '链接已复制，可以粘贴到群里')} />
);
