import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';

/** In the place of a board that is switched off. */
export const BoardClosed = () => (
  <StateView
    icon="eye-off"
    title="这个栏目暂时关闭"
    text="内容还在，重新开放后就能看到"
    actions={<Button text="回首页" onTap={() => open('home')} />}
  />
);
