import type { Question } from '@qihang/shared/posts/blocks';
import { UnreadableMarkdownError } from './parser';

const option = /^[-*+]\s+\[([ xX])\]\s*(.*)$/;
const listMark = /^[-*+]\s/;
const explanation = /^>\s?(.*)$/;
const source = /^来源[:：]\s*(.*)$/;
const link = /^\[([^\]]+)\]\(\s*<?([^\s<>)]+)>?\s*\)$/;
const web = /^https?:\/\/[^\s/$.?#]\S*$/i;

const wrong = (what: string) => new UnreadableMarkdownError(`自测题${what}`);

function sourceOf(text: string): NonNullable<Question['source']> {
  const [, name = text, url = web.test(text) ? text : null] = link.exec(text) ?? [];
  if (name === '') throw wrong('的“来源：”后面要写出处');
  if (url !== null && !web.test(url)) throw wrong('来源的网址要以 https:// 开头');
  return { name, url };
}

/**
 * The fence `question`: the question, its options as `- [ ]` and, where they are right, `- [x]`, then an explanation after `>`, and
 * `来源：[名称](网址)`. Each line is one of these, so nothing of it is lost.
 * @throws UnreadableMarkdownError with what is wrong
 */
export function questionOf(content: string): Question {
  const asked: string[] = [];
  const explained: string[] = [];
  const options: Question['options'] = [];
  let from: Question['source'] = null;
  for (const line of content.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const chosen = option.exec(line);
    const told = explanation.exec(line);
    const named = source.exec(line);
    if (chosen) {
      const [, box, text = ''] = chosen;
      if (text === '') throw wrong('有一个选项是空的');
      options.push({ text, right: box !== ' ' });
    } else if (told) explained.push(told[1] ?? '');
    else if (named) {
      if (from) throw wrong('只能写一个来源');
      from = sourceOf(named[1] ?? '');
    } else if (listMark.test(line)) throw wrong('的选项要写成“- [ ] 选项”，对的写“- [x] 选项”');
    else if (options.length > 0) throw wrong(`里这一行看不懂：“${line}”，解析前面要加“> ”`);
    else asked.push(line);
  }
  if (asked.length === 0) throw wrong('第一行要写题目');
  if (options.length < 2) throw wrong('至少要有两个选项');
  if (!options.some(({ right }) => right)) throw wrong('没有标出答案：对的选项写“- [x]”');
  return {
    type: 'question',
    text: asked.join('\n'),
    options,
    explanation: explained.join('\n'),
    source: from,
  };
}
