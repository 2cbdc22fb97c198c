import { Text, View } from '@tarojs/components';
import { LinkedText } from '@/common/text/linked-text';
import './job-body.scss';

type Line =
  | { kind: 'heading'; text: string }
  | { kind: 'item'; mark: string; text: string }
  | { kind: 'text'; text: string };

const boxed = /^【(.{2,12})】$/;
const titled = /^(?:[一二三四五六七八九十]+、)?(\S{2,10})[:：]$/;
const numbered = /^(\d{1,2})[.、．)）]\s*(.+)$/;
const bulleted = /^[-•·*]\s*(.+)$/;
// A short line without any punctuation stands over what follows it.
const bare = /^[^\s，。；、：！？,.;:!?（）()\d]{2,10}$/;

function readLine(line: string, next: string | undefined): Line {
  const over = next !== undefined && bare.test(line) && !bare.test(next);
  const heading = boxed.exec(line)?.[1] ?? titled.exec(line)?.[1] ?? (over ? line : undefined);
  if (heading !== undefined) return { kind: 'heading', text: heading };
  const [, number, text] = numbered.exec(line) ?? [];
  if (number !== undefined && text !== undefined) return { kind: 'item', mark: `${number}.`, text };
  const bullet = bulleted.exec(line)?.[1];
  return bullet === undefined ? { kind: 'text', text: line } : { kind: 'item', mark: '•', text: bullet };
}

/** Reads the shape that people give a plain text: headings, numbered and bulleted lines. Words stay as they are. */
export function bodyLines(body: string): Line[] {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, index) => readLine(line, lines[index + 1]));
}

/** What the posting says, in reading size. */
export const JobBody = ({ body }: { body: string }) => (
  <View className="jb">
    {bodyLines(body).map((line, index) => {
      const key = `${index}`;
      if (line.kind === 'heading')
        return (
          <Text key={key} className="card-t jb-h">
            {line.text}
          </Text>
        );
      if (line.kind === 'text') return <LinkedText key={key} className="jb-p" text={line.text} />;
      return (
        <View key={key} className="jb-li">
          <Text className="jb-m">{line.mark}</Text>
          <LinkedText className="grow" text={line.text} />
        </View>
      );
    })}
  </View>
);
