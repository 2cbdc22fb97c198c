import { check } from '@qihang/shared/contract/messages';
import { grantChange, grantDraft, type RoleTerm } from '@qihang/shared/people/contract';
import { type OfficeRole, officeRoles, peopleLimits } from '@qihang/shared/people/vocabulary';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { View } from '@tarojs/components';
import { useBoards } from '@/common/boards/boards';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { dateWords, startOfDay } from '@/ui/date-words';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { FailureNote } from '@/ui/form/failure-note';
import { AreaField } from '@/ui/form/text-field';
import { useForm } from '@/ui/form/use-form';
import { Sheet } from '@/ui/sheet';
import { useSaveTerm } from '../hooks';

interface Props {
  person: { id: string; name: string };
  /** The term to change; without one, a new one is given. */
  term?: RoleTerm;
  onClose: () => void;
}

interface Form {
  role: OfficeRole;
  everywhere: boolean;
  boards: string[];
  startsOn: string | null;
  endsOn: string | null;
  reason: string;
}

const roleChoices = officeRoles.map((value) => ({ value, text: roleNames[value] }));

const formOf = (term: RoleTerm | undefined): Form => ({
  role: (term?.role as OfficeRole | undefined) ?? 'lead',
  everywhere: term !== undefined && term.boards === null,
  boards: term?.boards ?? [],
  startsOn: null,
  endsOn: term?.endsOn ?? null,
  reason: '',
});

/** The grant, or the change of `term`, that the form asks for. */
function checkTerm(
  { role, everywhere, boards, startsOn, endsOn, reason }: Form,
  userId: string,
  term?: RoleTerm,
) {
  const reach = role !== 'lead' || everywhere ? null : boards;
  if (reach?.length === 0)
    return {
      ok: false as const,
      errors: [{ path: 'boards', message: '至少选一个栏目，或打开“全部栏目”' }],
    };
  return term
    ? check(grantChange, { version: term.version, boards: reach, endsOn, reason })
    : check(grantDraft, { userId, role, boards: reach, startsOn, endsOn, reason });
}

/** Gives a role for a term, or changes boards and end of one. Who reads the audit log reads the reason. */
export function GrantSheet({ person, term, onClose }: Props) {
  const boards = useBoards().data?.items ?? [];
  const now = useNow();
  const form = useForm({
    initial: formOf(term),
    check: (value) => checkTerm(value, person.id, term),
    sending: useSaveTerm(term?.id),
    onSent: () => {
      toast(term ? '任期已改，马上生效' : `已授予${person.name}${roleNames[role]}`);
      onClose();
    },
  });
  const { value, problems, change } = form;
  const { role } = value;
  const day = { today: dayAt(now.getTime()), textOf: (value: string) => dateWords(startOfDay(value), now) };
  return (
    <Sheet
      open
      title={term ? `改${person.name}的任期` : `授予${person.name}职务`}
      onClose={onClose}
      footer={
        <Button
          text={term ? '保存任期' : `授予${roleNames[role]}`}
          look="main"
          grow
          loading={form.busy}
          onTap={form.send}
        />
      }
    >
      <View>
        <FailureNote failure={form.failure} />
        {!term && (
          <ChoiceField
            label="职务"
            required
            single
            choices={roleChoices}
            value={[role]}
            error={problems.role}
            onChange={([picked]) => change({ role: picked as OfficeRole })}
          />
        )}
        {role === 'lead' && (
          <SwitchField
            label="全部栏目"
            on={value.everywhere}
            onChange={(everywhere) => change({ everywhere })}
          />
        )}
        {role === 'lead' && !value.everywhere && (
          <ChoiceField
            label="栏目"
            required
            choices={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
            value={value.boards}
            error={problems.boards}
            onChange={(picked) => change({ boards: picked })}
          />
        )}
        {!term && (
          <DateField
            {...day}
            label="开始"
            value={value.startsOn}
            placeholder="马上开始"
            error={problems.startsOn}
            onChange={(startsOn) => change({ startsOn })}
          />
        )}
        <DateField
          {...day}
          label="结束"
          value={value.endsOn}
          placeholder="没有期限"
          hint="到这一天 24:00 自动失效"
          error={problems.endsOn}
          onChange={(endsOn) => change({ endsOn })}
        />
        <AreaField
          label="理由"
          required
          value={value.reason}
          max={peopleLimits.reason}
          placeholder="如：接任汽车学院宣传骨干"
          hint="记入操作日志"
          error={problems.reason}
          onChange={(reason) => change({ reason })}
        />
      </View>
    </Sheet>
  );
}
