import { Text, View } from '@tarojs/components';
import { confirm } from '@/platform/feedback';
import { Chip } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { type Group, groups, inGroup } from './rows';
import type { Importing } from './use-import';

/** The file: its name, its sheets, and what was passed over in it. */
export function ImportHead({ importing }: { importing: Importing }) {
  const { work, restored, busy, hasFile, checkFailure, checkAgain, readSheet } = importing;
  const { sheets, rows } = work;
  const choose = async (name: string) => {
    const losing = rows.some(({ stale, ticked }) => stale || ticked !== null);
    if (!losing || (await confirm(`换到“${name}”？`, '这张表里改过的内容会丢掉', '换'))) readSheet(name);
  };
  return (
    <>
      <Text className="card-t">
        {work.fileName}
        {restored && <Text className="meta">　接着上次的</Text>}
      </Text>
      {sheets.length > 1 && hasFile && (
        <View className="im-groups">
          {sheets.map(({ name, hidden, chosen }) => (
            <Chip
              key={name}
              text={hidden ? `${name}（隐藏）` : name}
              on={chosen}
              onTap={() => busy === null && !chosen && choose(name)}
            />
          ))}
        </View>
      )}
      {work.problem !== null && <Note tone="red" icon="alert" text={work.problem} />}
      {work.said.length > 0 && <Text className="cap im-un">{work.said.join('；')}</Text>}
      {checkFailure && (
        <Note
          tone="red"
          icon="wifi-off"
          text={`没能检查改过的行：${checkFailure.message}`}
          action={{ text: '再试', onTap: checkAgain }}
        />
      )}
    </>
  );
}

interface GroupsProps {
  importing: Importing;
  group: Group;
  onGroup: (group: Group) => void;
}

/** What must be put right apart from what may stay, with how many rows each. */
export const ImportGroups = ({ importing, group, onGroup }: GroupsProps) => (
  <View className="im-groups">
    {(Object.keys(groups) as Group[]).map((one) => (
      <Chip
        key={one}
        text={groups[one]}
        on={group === one}
        count={importing.work.rows.filter(inGroup(one)).length}
        onTap={() => onGroup(one)}
      />
    ))}
  </View>
);
