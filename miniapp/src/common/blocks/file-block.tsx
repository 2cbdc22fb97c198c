import type { Block } from '@qihang/shared/posts/blocks';
import type { UploadKind } from '@qihang/shared/uploads/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { mediaAddress } from '@/platform/media';
import { openDocument } from '@/platform/private-files';
import { DotLine } from '@/ui/dot-line';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';

const kindWords: Record<UploadKind, string> = {
  image: '图片',
  pdf: 'PDF',
  word: 'Word',
  excel: 'Excel',
  powerpoint: 'PPT',
};

const endings: Partial<Record<UploadKind, string>> = {
  pdf: 'pdf',
  word: 'docx',
  excel: 'xlsx',
  powerpoint: 'pptx',
};

const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A document to open or to keep: what it is, and how much it takes to fetch. */
export function FileBlock({ block }: { block: Extract<Block, { type: 'file' }> }) {
  const { name, url, kind, bytes } = block;
  const [opening, setOpening] = useState(false);
  const ending = /\.(\w{2,5})$/.exec(name)?.[1];
  const what = kind ? kindWords[kind] : ending?.toUpperCase();
  const open = async () => {
    setOpening(true);
    await openDocument(mediaAddress(url), (kind && endings[kind]) ?? ending?.toLowerCase());
    setOpening(false);
  };
  const facts = [what, bytes === undefined ? undefined : sizeWords(bytes), opening ? '正在打开…' : undefined];
  const known = facts.filter((fact) => fact !== undefined);
  return (
    <Tap
      className="bk-file"
      role="link"
      label={['附件', name, ...known].join('，')}
      disabled={opening}
      onTap={open}
    >
      <Icon name="attach" />
      <View className="grow">
        <Text className="bk-file-t">{name}</Text>
        {known.length > 0 && <DotLine className="cap bk-file-k" parts={known} />}
      </View>
      <Icon name="download" size={20} />
    </Tap>
  );
}
