import type { Post } from '@qihang/shared/posts/contract';
import type { PostAction } from '@qihang/shared/posts/vocabulary';
import { useState } from 'react';
import { Moderate } from '@/common/content/moderate';
import { isGoingOn, NextBar } from '@/common/content/next-bar';
import { isReviewer, ReviewBar } from '@/common/content/review-bar';
import { ScheduleSheet } from '@/common/content/schedule-sheet';
import { asApiError } from '@/platform/api-error';
import { openLink } from '@/platform/device';
import { toast } from '@/platform/feedback';
import { open } from '@/platform/navigation';
import { isH5 } from '@/platform/target';
import { Act, ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { type MenuItem, MenuSheet } from '@/ui/menu-sheet';
import { ShareAct } from '@/ui/share-act';
import { root } from '../hooks';
import { usePostLife } from '../life';
import { useMarkRead } from '../must-read-hooks';

/** Pass the article on, ask about it, and what the server lets this person do with it. */
export function PostActions({ post }: { post: Post }) {
  const [sheet, setSheet] = useState<'menu' | 'hide' | 'restore' | null>(null);
  const { acts, sheet: schedule } = usePostLife(post);
  const close = () => setSheet(null);
  const menu: Partial<Record<PostAction, MenuItem>> = {
    edit: { icon: 'pencil', text: '修改', run: () => open('postForm', { id: post.id }) },
    history: { icon: 'clock', text: '历史', run: () => open('history', { type: 'post', id: post.id }) },
    hide: { icon: 'eye-off', text: '下架这篇文章', run: () => setSheet('hide') },
    restore: { icon: 'eye', text: '恢复显示', run: () => setSheet('restore') },
  };
  const items = [...post.viewer.can.flatMap((action) => menu[action] ?? []), ...acts];
  if (post.mustRead?.viewer.can.includes('see-readers'))
    items.push({ icon: 'user', text: '看已读情况', run: () => open('postReaders', { id: post.id }) });
  if (post.viewer.can.includes('edit') && post.life === 'published')
    items.push({
      icon: 'megaphone',
      text: '发到微信群',
      run: () => open('digest', { type: 'post', id: post.id }),
    });
  if (isReviewer(post)) return <ReviewBar type="post" piece={post} root={root} />;
  return (
    <>
      {isGoingOn(post, acts) ? (
        <NextBar
          type="post"
          piece={post}
          root={root}
          acts={acts}
          onEdit={(at) => open('postForm', { id: post.id, ...(at ? { find: at.quote } : {}) })}
          onMenu={() => setSheet('menu')}
        />
      ) : (
        <ActionBar>
          <ShareAct />
          {items.length > 0 && <Act icon="more" text="管理" onTap={() => setSheet('menu')} />}
          <NextButton post={post} />
        </ActionBar>
      )}
      <MenuSheet open={sheet === 'menu'} title="管理文章" items={items} onClose={close} />
      <Moderate
        type="post"
        id={post.id}
        root={root}
        noun="文章"
        asking={sheet === 'menu' ? null : sheet}
        onClose={close}
      />
      <ScheduleSheet {...schedule} />
    </>
  );
}

/** What to do next: confirm a notice, then what it asks for, else ask about the article. */
function NextButton({ post }: { post: Post }) {
  const read = useMarkRead(post.id);
  const { title, mustRead } = post;
  if (mustRead?.viewer.can.includes('read'))
    return (
      <Button
        text="我已读完"
        look="main"
        grow
        loading={read.isPending}
        onTap={() =>
          read.mutate(undefined, {
            onSuccess: () => toast('记下了，你已读完'),
            onError: (error) => toast(asApiError(error).message),
          })
        }
      />
    );
  const { todoUrl, readAt } = mustRead ?? {};
  if (todoUrl && readAt)
    return (
      <Button
        text={isH5 ? '打开要去的网址' : '复制要去的网址'}
        icon={isH5 ? 'link' : 'copy'}
        tall
        grow
        onTap={() => openLink(todoUrl)}
      />
    );
  return (
    <Button
      text="有疑问？就这篇提问"
      look="quiet"
      tall
      grow
      onTap={() => open('ask', { title: `关于《${title}》：` })}
    />
  );
}
