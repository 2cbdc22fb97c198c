import type { DataSection } from '@qihang/shared/my-data/contract';
import { type PostFate, postFateNames, postFates } from '@qihang/shared/my-data/vocabulary';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { open, signInFirst } from '@/platform/navigation';
import { ActionBar } from '@/ui/action-bar';
import { Button } from '@/ui/button';
import { Card, Cards } from '@/ui/card';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { useLeave, useMyData } from '../hooks';
import './actions.scss';
import { TickLine } from './tick-line';

const confirmation = '注销账号';

const course = [
  ['立刻', '所有设备退出登录；别人看到的名字变成“已注销用户”；轮到你回答的问题交给别人'],
  ['七天内', '重新登录就可以撤销，一切照旧'],
  ['七天后', '姓名、学号、求职资料、收藏和进度、登录方式、身份和任期全部删除，不能恢复'],
] as const;

const effects: Record<PostFate, string> = {
  keep: '提问、回答、文章和岗位还能帮到后来的人，但不再写你是谁。匿名的仍然匿名。',
  remove:
    '提问会连同下面别人写的回答一起删除；你的回答会从别人的问题里消失，采纳了它的问题变回没有采纳；岗位会从收藏过的同学那里消失。',
};

const published = ['questions', 'answers', 'articles', 'jobs'];

/** `3 个提问、12 个岗位` */
const countWords = (sections: readonly DataSection[]) =>
  sections
    .filter(({ key, count }) => published.includes(key) && count > 0)
    .map(({ title, count }) => `${title} ${count} 条`)
    .join('、');

/** Says what leaving does, asks what becomes of the posts, and takes a typed word for yes. */
export function LeaveForm() {
  const [posts, setPosts] = useState<PostFate | null>(null);
  const [word, setWord] = useState('');
  const { data } = useMyData(true);
  const leave = useLeave();
  const failure = leave.error ? asApiError(leave.error) : null;
  const mine = data ? countWords(data.sections) : '';
  const send = () => {
    if (posts !== null) leave.mutate(posts);
  };
  return (
    <PageFrame
      title="注销账号"
      section="me"
      actions={
        <ActionBar>
          <Button
            text="注销账号"
            look="danger"
            tall
            grow
            disabled={posts === null || word.trim() !== confirmation}
            loading={leave.isPending}
            onTap={send}
          />
        </ActionBar>
      }
    >
      <View className="stack">
        <Cards>
          {failure && (
            <Note
              tone="red"
              icon="alert"
              text={failure.message}
              {...(failure.code === 'session.not-recent'
                ? { action: { text: '重新登录', onTap: signInFirst } }
                : {})}
            />
          )}
          <Card title="会发生什么">
            {course.map(([when, what]) => (
              <View key={when} className="md-li">
                <Text className="md-w">{when}</Text>
                <Text className="grow">{what}</Text>
              </View>
            ))}
          </Card>
          <Card title="我发布的内容">
            <Text className="meta md-p">
              {mine ? `有${mine}，请选择去留` : '还没有发布过内容，选哪一项都可以'}
            </Text>
            {postFates.map((fate) => (
              <View key={fate}>
                <TickLine text={postFateNames[fate]} on={posts === fate} onChange={() => setPosts(fate)} />
                {posts === fate && <Text className="cap md-p">{effects[fate]}</Text>}
              </View>
            ))}
          </Card>
          <Note
            text="离开前可以先带走一份自己的数据"
            action={{ text: '我的数据', onTap: () => open('myData') }}
          />
          <FieldRows>
            <TextField
              label="确认"
              value={word}
              placeholder={`输入“${confirmation}”四个字`}
              onChange={setWord}
            />
          </FieldRows>
        </Cards>
      </View>
    </PageFrame>
  );
}
