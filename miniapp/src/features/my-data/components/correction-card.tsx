import { Text } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import './actions.scss';

interface Props {
  teachers: { name: string; about: string }[];
}

/** Who corrects what: the own wishes oneself, the roster a teacher. */
export const CorrectionCard = ({ teachers }: Props) => (
  <Card title="有误怎么改">
    <Text className="meta md-p">
      求职资料自己改。姓名、学号、班级和学院来自学校名册，请带学生证找就业指导老师更正
      {teachers.length > 0 && `：${teachers.map(({ name, about }) => `${name}（${about}）`).join('、')}`}。
    </Text>
    <Button text="改求职资料" icon="pencil" onTap={() => open('profile')} />
  </Card>
);
