import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { StateView } from '@/ui/state-view';

interface Props {
  /** The way to the other boards of the kind, where there are some. */
  others?: { text: string; onTap: () => void } | undefined;
}

/** In the place of a board that is switched off. */
export const BoardClosed = ({ others }: Props) => (
  <StateView
    icon="eye-off"
    title="这个栏目暂时关闭"
    text="内容还在，重新开放后就能看到"
    actions={
      <>
        {others && <Button text={others.text} look="main" onTap={others.onTap} />}
        <Button text="回首页" onTap={() => open('home')} />
      </>
    }
  />
);
