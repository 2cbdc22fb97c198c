import type { Thread } from '@qihang/shared/threads/contract';
import type { ThreadAction } from '@qihang/shared/threads/vocabulary';
import { type ReactNode, useState } from 'react';
import { Moderate, type ModerationAct } from '@/common/content/moderate';
import { Reveal } from '@/common/reveal/reveal';
import { asApiError } from '@/platform/api-error';
import { confirm, toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { Icon } from '@/ui/icon/icon';
import { type MenuItem, MenuSheet } from '@/ui/menu-sheet';
import { Tap } from '@/ui/tap';
import { root } from '../hooks';
import { type AskerMove, useAskerMove } from '../thread-hooks';
import { type MeasureAct, Measures, measureActs, measureItems } from './measures';

const doneWords: Record<AskerMove, string> = {
  unsolved: '已重新计时，下一位会接着答',
  close: '已关闭，不再收新回答',
  reopen: '已重新打开',
};

type Asking = 'menu' | 'reveal' | ModerationAct | MeasureAct;

const isMeasure = (asking: Asking | null): asking is MeasureAct => measureActs.some((act) => act === asking);

/** What few may do with a question, and the sheets it opens. */
export function useThreadMenu(thread: Thread | undefined): { more: ReactNode; sheets: ReactNode } {
  const [sheet, setSheet] = useState<Asking | null>(null);
  const asker = useAskerMove(thread?.id ?? '');
  if (!thread) return { more: null, sheets: null };
  const { id, viewer } = thread;
  const { can } = viewer;
  const close = () => setSheet(null);
  const move = (name: AskerMove) =>
    asker.mutate(name, {
      onSuccess: () => toast(doneWords[name]),
      onError: (error) => toast(asApiError(error).message),
    });
  const closeThread = async () => {
    const agreed = await confirm(
      '关闭这个问题？',
      '不再收新回答，已有的回答大家还看得到。以后可以重新打开。',
      '关闭问题',
    );
    if (agreed) move('close');
  };
  const measure = (act: MeasureAct): MenuItem => ({ ...measureItems[act], run: () => setSheet(act) });
  const menu: Partial<Record<ThreadAction, MenuItem>> = {
    edit: { icon: 'pencil', text: '修改问题', run: () => open('editThread', { id }) },
    history: { icon: 'clock', text: '改之前的样子', run: () => open('pastWords', { id }) },
    reopen: { icon: 'refresh', text: '重新打开', run: () => move('reopen') },
    close: { icon: 'check-circle', text: '关闭问题', run: closeThread },
    hide: { icon: 'eye-off', text: '下架这个问题', run: () => setSheet('hide') },
    restore: { icon: 'eye', text: '恢复显示', run: () => setSheet('restore') },
    lock: measure('lock'),
    unlock: measure('unlock'),
    move: measure('move'),
    merge: measure('merge'),
    reveal: { icon: 'user', text: '查看匿名身份', run: () => setSheet('reveal') },
    mute: {
      icon: 'minus',
      text: '禁言提问者',
      run: () => setSheet(can.includes('mute-long') ? 'mute-long' : 'mute'),
    },
  };
  // A newer server may know actions that this version does not.
  const items = can.flatMap((action) => menu[action] ?? []);
  return {
    more: items.length > 0 && (
      <Tap className="tb-b" label="管理" onTap={() => setSheet('menu')}>
        <Icon name="more" />
      </Tap>
    ),
    sheets: (
      <>
        <MenuSheet open={sheet === 'menu'} title="管理问题" items={items} onClose={close} />
        <Moderate
          type="thread"
          id={id}
          root={root}
          noun="问题"
          asking={sheet === 'menu' || sheet === 'reveal' || isMeasure(sheet) ? null : sheet}
          onClose={close}
        />
        <Measures thread={thread} asking={isMeasure(sheet) ? sheet : null} onClose={close} />
        <Reveal type="thread" id={id} what="这个问题" open={sheet === 'reveal'} onClose={close} />
      </>
    ),
  };
}
