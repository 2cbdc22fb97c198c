import type { Block, Inline } from '@qihang/shared/posts/blocks';
import { Text, View } from '@tarojs/components';
import { mediaAddress } from '@/platform/media';
import { previewImages } from '@/platform/preview';
import { a11y } from '@/ui/a11y';
import { cx } from '@/ui/class-names';
import { CourseLine } from '@/ui/course-line';
import { Icon } from '@/ui/icon/icon';
import './blocks.scss';
import { FileBlock } from './file-block';
import { ImageBlock } from './image-block';
import { Inlines } from './inlines';
import { SelfTest } from './question';

/** The body of an article, drawn with plain views: markup from the server is never interpreted. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  const images = blocks.flatMap((block) => (block.type === 'image' ? [mediaAddress(block.src)] : []));
  return (
    <View className="bk">
      {blocks.map((block, index) => (
        <PlacedBlock key={index} block={block} images={images} />
      ))}
    </View>
  );
}

/** What was written inside of an item or a quotation is moved in, or stands beside a bar. */
function PlacedBlock({ block, images }: { block: Block; images: string[] }) {
  const view = <BlockView block={block} images={images} />;
  const { indent = 0, quoted = false } = block;
  if (indent === 0 && !quoted) return view;
  return <View className={cx(indent > 0 && `bk-in${indent}`, quoted && 'bk-quoted')}>{view}</View>;
}

function BlockView({ block, images }: { block: Block; images: string[] }) {
  switch (block.type) {
    case 'heading':
      return (
        <View className={cx('bk-h', block.level > 2 && 'bk-h3')} {...a11y({ role: 'heading' })}>
          <Inlines inlines={block.inlines} />
        </View>
      );
    case 'paragraph':
      return (
        <View className="bk-p">
          <Inlines inlines={block.inlines} />
        </View>
      );
    case 'list':
      return (
        <View className="bk-p">
          {block.items.map((item, index) => (
            <View key={index} className="bk-li">
              <Text className={cx('bk-m', !block.ordered && 'bk-dot')}>
                {block.ordered ? `${block.start + index}.` : '•'}
              </Text>
              <View className="grow">
                <Inlines inlines={item} />
              </View>
            </View>
          ))}
        </View>
      );
    case 'quote':
      return (
        <View className="bk-q">
          <Inlines inlines={block.inlines} />
        </View>
      );
    case 'note':
      return (
        <View className={cx('bk-n', block.tone === 'warning' && 'bk-n-w')}>
          <Icon name={block.tone === 'warning' ? 'alert' : 'info'} size={20} className="bk-n-i" />
          <View className="grow">
            <Inlines inlines={block.inlines} />
          </View>
        </View>
      );
    case 'steps':
      return <Steps items={block.items} />;
    case 'image': {
      const src = mediaAddress(block.src);
      return <ImageBlock block={block} onOpen={() => previewImages(images, src)} />;
    }
    case 'file':
      return <FileBlock block={block} />;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'code':
      return (
        <View className="bk-c">
          <Text userSelect>{block.text}</Text>
        </View>
      );
    case 'question':
      return <SelfTest question={block} />;
    case 'divider':
      return <View className="bk-d" />;
    default:
      return null;
  }
}

const longestName = 6;
const mostAcross = 5;

/** A procedure as a course: across where the names are short, else down the page. */
function Steps({ items }: { items: { text: string; done: boolean }[] }) {
  const done = items.filter((item) => item.done).length;
  const across = items.length <= mostAcross && items.every(({ text }) => text.length <= longestName);
  if (across)
    return (
      <View className="bk-s">
        <CourseLine passed={done <= 1 ? 0 : (done - 1) / Math.max(items.length - 1, 1)} stops={items} />
      </View>
    );
  return (
    <View className="bk-s">
      {items.map((item) => (
        <View key={item.text} className={cx('bk-st', item.done && 'bk-st-d')}>
          <View className="bk-st-o" />
          <Text className="grow">{item.text}</Text>
        </View>
      ))}
    </View>
  );
}

const Cells = ({ cells }: { cells: Inline[][] }) => (
  <View className="bk-tr">
    {cells.map((cell, index) => (
      <View key={index} className="bk-td">
        <Inlines inlines={cell} />
      </View>
    ))}
  </View>
);

const Table = ({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) => (
  <View className="bk-t">
    <View className="bk-th">
      <Cells cells={head} />
    </View>
    {rows.map((row, index) => (
      <Cells key={index} cells={row} />
    ))}
  </View>
);
