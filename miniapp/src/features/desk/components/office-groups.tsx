import type { Desk } from '@qihang/shared/desk/contract';
import type { Me } from '@qihang/shared/session/contract';
import { Text, View } from '@tarojs/components';
import type { Page } from '@/app.pages';
import { officeGroups, officeRows } from '@/common/office/office-rows';
import { open } from '@/platform/navigation';
import { a11y } from '@/ui/a11y';
import { ListRow, ListRows } from '@/ui/list-row';
import './office-groups.scss';

interface Props {
  desk: Desk;
  can: Me['viewer']['can'];
}

/** What is known of a page behind a row, where that says more than what the page is for. */
function knownOf({ numbers, office }: Desk): Partial<Record<Page, string | false>> {
  if (!office) return {};
  const { orphans, terms, unverified } = office;
  const unowned = orphans.job + orphans.thread;
  return {
    review: numbers.review.count > 0 && `待审 ${numbers.review.count}`,
    orphans: unowned > 0 && `${unowned} 件没人管`,
    people: terms.count > 0 && `${terms.count} 个任期快到`,
    roster: unverified.count > 0 && `${unverified.count} 人没认证`,
  };
}

/** The pages of teachers and admins: 内容, 人, 系统. */
export function OfficeGroups({ desk, can }: Props) {
  const known = knownOf(desk);
  return (
    <View>
      {(['content', 'people', 'system'] as const).map((group) => {
        const rows = officeRows.filter((row) => row.group === group && can.includes(row.needs));
        if (rows.length === 0) return null;
        return (
          <View key={group}>
            <Text className="og" {...a11y({ role: 'heading' })}>
              {officeGroups[group]}
            </Text>
            <ListRows>
              {group === 'content' && (
                <ListRow
                  icon="shield"
                  text="审核"
                  note={known.review || '没有要审的'}
                  onTap={() => open('review')}
                />
              )}
              {rows.map(({ page, icon, text, note }) => (
                <ListRow
                  key={page}
                  icon={icon}
                  text={text}
                  note={known[page] || note}
                  onTap={() => open(page)}
                />
              ))}
            </ListRows>
          </View>
        );
      })}
    </View>
  );
}
