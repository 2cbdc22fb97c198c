import type { ShareGroup } from '@qihang/shared/digests/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@/platform/api-error';
import { confirm } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';
import { Icon } from '@/ui/icon/icon';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import { useAddGroup, useRemoveGroup } from '../hooks';
import './group-sheet.scss';

/** Adds a group: a name is all that is known of one. */
export function NewGroup({ onAdded }: { onAdded: (group: ShareGroup) => void }) {
  const [name, setName] = useState('');
  const add = useAddGroup();
  const error = add.error ? asApiError(add.error) : null;
  const save = () =>
    add.mutate(name, {
      onSuccess: (group) => {
        setName('');
        onAdded(group);
      },
    });
  return (
    <View className="gs-new">
      <FieldRows>
        <TextField
          label="群名"
          value={name}
          placeholder="如：汽车学院 2027 届就业群"
          hint="骨干们共用这份群名单，不会连到微信里的群"
          error={error ? (error.fields[0]?.message ?? error.message) : undefined}
          onChange={setName}
        />
      </FieldRows>
      <Button
        text="加上这个群"
        icon="plus"
        grow
        loading={add.isPending}
        disabled={name.trim() === ''}
        onTap={save}
      />
    </View>
  );
}

interface Props {
  open: boolean;
  groups: readonly ShareGroup[];
  value: string | undefined;
  onPick: (id: string) => void;
  onClose: () => void;
}

/** Chooses the group that a digest is for. */
export function GroupSheet({ open, groups, value, onPick, onClose }: Props) {
  const remove = useRemoveGroup();
  const pick = (id: string) => {
    onPick(id);
    onClose();
  };
  const drop = async ({ id, name }: ShareGroup) => {
    const agreed = await confirm('移除这个群？', `“${name}”会从骨干们的名单里去掉，发过的记录还在。`, '移除');
    if (agreed) remove.mutate(id);
  };
  return (
    <Sheet open={open} title="发给哪个群" onClose={onClose}>
      {groups.map((group) => (
        <View key={group.id} className="row">
          <Tap
            className={cx('gs-r grow', group.id === value && 'gs-on')}
            role="radio"
            label={group.name}
            checked={group.id === value}
            onTap={() => pick(group.id)}
          >
            <Text className="grow">{group.name}</Text>
            {group.id === value && <Icon name="check" size={20} />}
          </Tap>
          <Tap className="gs-x" label={`移除${group.name}`} onTap={() => drop(group)}>
            <Icon name="close" size={16} />
          </Tap>
        </View>
      ))}
      <NewGroup onAdded={({ id }) => pick(id)} />
    </Sheet>
  );
}
