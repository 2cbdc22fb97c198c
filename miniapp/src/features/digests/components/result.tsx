import type { Digest, DigestStyle } from '@qihang/shared/digests/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { saveToAlbum } from '@/platform/album';
import { asApiError } from '@/platform/api-error';
import { copy } from '@/platform/device';
import { confirm, toast } from '@/platform/feedback';
import { mediaAddress } from '@/platform/media';
import { isH5, isWeapp } from '@/platform/target';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Chip, Chips } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { ShareAct } from '@/ui/share-act';
import { Tabs } from '@/ui/tabs';
import { useMark } from '../hooks';
import { Message } from './message';
import { Picture } from './picture';
import './result.scss';

const tabs = [
  { value: 'text', text: '文字' },
  { value: 'poster', text: '海报' },
  { value: 'card', text: '卡片' },
] as const;
export type ResultTab = (typeof tabs)[number]['value'];

const styles = [
  { key: 'pay', text: '带薪资' },
  { key: 'link', text: isWeapp ? '带小程序链接' : '带链接' },
  { key: 'apply', text: '带投递方式' },
] as const satisfies readonly { key: keyof DigestStyle; text: string }[];

interface Props {
  digest: Digest;
  /** The messages as they are now; they may have been changed. */
  parts: readonly string[];
  style: DigestStyle;
  tab: ResultTab;
  onTab: (tab: ResultTab) => void;
  onParts: (parts: string[]) => void;
  onStyle: (style: DigestStyle) => void;
}

/** Steps two and three: the text, the poster and the card of a digest. */
export function Result({ digest, parts, style, tab, onTab, onParts, onStyle }: Props) {
  const group = digest.group?.name ?? '';
  const restyle = async (key: keyof DigestStyle) => {
    const changed = parts.some((part, i) => part !== digest.parts[i]);
    if (changed && !(await confirm('重新生成文字？', '换样式会重新生成，你改过的字会丢。', '重新生成')))
      return;
    onStyle({ ...style, [key]: !style[key] });
  };
  const size = digest.pieces.length;
  return (
    <View className="rs-b">
      <Tabs tabs={tabs} value={tab} onChange={onTab} />
      <View className="stack rs-c">
        {tab === 'text' && (
          <>
            {parts.map((part, i) => (
              <Message
                key={i}
                text={part}
                place={i + 1}
                of={parts.length}
                onChange={(text) => onParts(parts.map((one, at) => (at === i ? text : one)))}
              />
            ))}
            <Chips>
              {styles.map(({ key, text }) => (
                <Chip key={key} text={text} on={style[key]} onTap={() => restyle(key)} />
              ))}
            </Chips>
            <Note text={`复制后粘贴到“${group}”，发完回来点“已发到群”。`} />
          </>
        )}
        {tab === 'poster' && (
          <>
            <Picture path={digest.poster} look="poster" label={`${size} 条的海报，带二维码`} />
            {size > 5 && <Text className="cap rs-n">放得下前 5 条，先截止的在前</Text>}
            <Note
              icon="grid"
              text={`扫码只记“从这个群来”，不记是谁扫的。${isH5 ? '手机上长按图片也能保存。' : ''}`}
            />
          </>
        )}
        {tab === 'card' && (
          <>
            <Picture path={digest.card} look="card" label={`${size} 条的分享卡片`} />
            <Note
              icon="share"
              text={
                isWeapp
                  ? '点“转发”选这个群，群里看到的就是这张卡片。'
                  : '在小程序里转发，群里看到的就是这张卡片。'
              }
            />
          </>
        )}
      </View>
    </View>
  );
}

interface BarProps {
  digest: Digest;
  parts: readonly string[];
  tab: ResultTab;
  onMarked: (digest: Digest) => void;
}

export function ResultBar({ digest, parts, tab, onMarked }: BarProps) {
  const [copied, setCopied] = useState(0);
  const { mark, unmark } = useMark();
  const fail = (error: Error) => toast(asApiError(error).message);
  const takeBack = () =>
    unmark.mutate(digest.id, {
      onSuccess: (now) => {
        onMarked(now);
        toast('已撤回，这些还算没发过');
      },
      onError: fail,
    });
  const markSent = () =>
    mark.mutate(
      { id: digest.id, parts: [...parts] },
      {
        onSuccess: (now) => {
          onMarked(now);
          if (now.sentByMe) toast(`已记下：发到“${now.group?.name}”`, { label: '撤回', run: takeBack });
          else toast(`${now.sentBy} 已经标记过了`);
        },
        onError: fail,
      },
    );
  const next = copied % parts.length;
  const copyNext = async () => {
    await copy(
      parts[next] ?? '',
      parts.length > 1 ? `第 ${next + 1} 条已复制，去群里粘贴` : '已复制，去群里粘贴',
    );
    setCopied(copied + 1);
  };
  return (
    <ActionBar>
      <Button
        text={digest.sentAt === null ? '已发到群' : '已发过'}
        {...(digest.sentAt === null ? {} : { icon: 'check' as const })}
        tall
        loading={mark.isPending || unmark.isPending}
        disabled={digest.sentAt !== null}
        onTap={markSent}
      />
      {tab === 'text' && (
        <Button
          text={parts.length > 1 ? `复制第 ${next + 1} 条` : '复制文字'}
          icon="copy"
          look="main"
          grow
          onTap={copyNext}
        />
      )}
      {tab === 'poster' && (
        <Button
          text={isWeapp ? '存到相册' : '下载海报'}
          icon="download"
          look="main"
          grow
          onTap={() => saveToAlbum(mediaAddress(digest.poster))}
        />
      )}
      {tab === 'card' &&
        (isWeapp ? (
          <ShareAct />
        ) : (
          <Button
            text="下载卡片"
            icon="download"
            look="main"
            grow
            onTap={() => saveToAlbum(mediaAddress(digest.card))}
          />
        ))}
    </ActionBar>
  );
}
