import type { SearchHit } from '@qihang/shared/search/contract';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { dateWords } from '@/ui/date-words';
import { DotLine } from '@/ui/dot-line';
import { Bone } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { Tap } from '@/ui/tap';
import './hit-card.scss';

type Marked = SearchHit['title'];

/** Cuts a text at its marks: `[text, found]` pairs in order. */
export function markedParts({ text, marks }: Marked): { text: string; found: boolean }[] {
  const parts: { text: string; found: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), found: false });
    if (end > Math.max(start, at)) parts.push({ text: text.slice(Math.max(start, at), end), found: true });
    at = Math.max(at, end);
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: false });
  return parts;
}

const MarkedText = ({ marked }: { marked: Marked }) => (
  <>
    {markedParts(marked).map(({ text, found }, index) => (
      <Text key={index} className={found ? 'hit-f' : ''}>
        {text}
      </Text>
    ))}
  </>
);

interface Props {
  hit: SearchHit;
  boardName: string;
  now: Date;
  onOpen: (hit: SearchHit) => void;
}

/** Something found, with the words it was found by. */
export const HitCard = memo(function HitCard({ hit, boardName, now, onOpen }: Props) {
  return (
    <Tap className="hit" role="link" label={`${boardName}：${hit.title.text}`} onTap={() => onOpen(hit)}>
      <View className="hit-t">
        <MarkedText marked={hit.title} />
        {hit.closed && <Text> </Text>}
        {hit.closed && <Tag text="已截止" tone="grey" />}
      </View>
      {hit.excerpt.text !== '' && (
        <View className="hit-e">
          <MarkedText marked={hit.excerpt} />
        </View>
      )}
      <DotLine
        className="cap hit-m"
        parts={[boardName, hit.about, dateWords(new Date(hit.publishedAt), now)]}
      />
    </Tap>
  );
});

export const HitSkeleton = () => (
  <View className="hit hit-sk">
    <Bone width={64} look="title" />
    <Bone width={100} />
    <Bone width={40} />
  </View>
);
