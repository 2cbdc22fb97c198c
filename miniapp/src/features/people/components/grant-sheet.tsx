import { check } from '@qihang/shared/contract/messages';
import { peopleContract, type RoleTerm } from '@qihang/shared/people/contract';
import { type OfficeRole, officeRoles, peopleLimits } from '@qihang/shared/people/vocabulary';
import { roleNames } from '@qihang/shared/session/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useBoards } from '@/common/boards/boards';
import { asApiError } from '@/platform/api-error';
import { useNow } from '@/platform/clock';
import { toast } from '@/platform/feedback';
import { problemsByField } from '@/platform/problems';
import { Button } from '@/ui/button';
import { dateWords, startOfDay } from '@/ui/date-words';
import { ChoiceField, SwitchField } from '@/ui/form/choice-field';
import { DateField } from '@/ui/form/date-field';
import { AreaField } from '@/ui/form/text-field';
import { Note } from '@/ui/note';
import { Sheet } from '@/ui/sheet';
import { useChangeTerm, useGrantRole } from '../hooks';

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

/** Gives a role for a term, or changes boards and end of one. Who reads the audit log reads the reason. */
export function GrantSheet({ person, term, onClose }: Props) {
  const [form, setForm] = useState(() => formOf(term));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const boards = useBoards().data?.items ?? [];
  const now = useNow();
  const grant = useGrantRole();
  const change = useChangeTerm(term?.id ?? '');
  const failed = grant.error ?? change.error;
  const failure = failed ? asApiError(failed) : null;
  const edit = (part: Partial<Form>) => {
    setProblems({});
    setForm((before) => ({ ...before, ...part }));
  };
  const { role, endsOn, reason } = form;
  const reach = role !== 'lead' || form.everywhere ? null : form.boards;
  const after = {
    onSuccess: () => {
      toast(term ? '任期已改，马上生效' : `已授予${person.name}${roleNames[role]}`);
      onClose();
    },
    onError: (error: Error) => setProblems(problemsByField(asApiError(error).fields)),
  };
  const save = () => {
    if (reach?.length === 0) return setProblems({ boards: '至少选一个栏目，或打开“全部栏目”' });
    if (term) {
      const body = { version: term.version, boards: reach, endsOn, reason };
      const checked = check(peopleContract.change.body, body);
      return checked.ok ? change.mutate(body, after) : setProblems(problemsByField(checked.errors));
    }
    const body = { userId: person.id, role, boards: reach, startsOn: form.startsOn, endsOn, reason };
    const checked = check(peopleContract.grant.body, body);
    return checked.ok ? grant.mutate(body, after) : setProblems(problemsByField(checked.errors));
  };
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
          loading={grant.isPending || change.isPending}
          onTap={save}
        />
      }
    >
      <View>
        {failure && failure.fields.length === 0 && <Note tone="red" icon="alert" text={failure.message} />}
        {!term && (
          <ChoiceField
            label="职务"
            required
            single
            choices={roleChoices}
            value={[role]}
            error={problems.role}
            onChange={([value]) => edit({ role: value as OfficeRole })}
          />
        )}
        {role === 'lead' && (
          <SwitchField
            label="全部栏目"
            on={form.everywhere}
            onChange={(everywhere) => edit({ everywhere })}
          />
        )}
        {role === 'lead' && !form.everywhere && (
          <ChoiceField
            label="栏目"
            required
            choices={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
            value={form.boards}
            error={problems.boards}
            onChange={(picked) => edit({ boards: picked })}
          />
        )}
        {!term && (
          <DateField
            {...day}
            label="开始"
            value={form.startsOn}
            placeholder="马上开始"
            error={problems.startsOn}
            onChange={(startsOn) => edit({ startsOn })}
          />
        )}
        <DateField
          {...day}
          label="结束"
          value={endsOn}
          placeholder="没有期限"
          hint="到这一天 24:00 自动失效"
          error={problems.endsOn}
          onChange={(value) => edit({ endsOn: value })}
        />
        <AreaField
          label="理由"
          required
          value={reason}
          max={peopleLimits.reason}
          placeholder="如：接任汽车学院宣传骨干"
          hint="记入操作日志"
          error={problems.reason}
          onChange={(text) => edit({ reason: text })}
        />
      </View>
    </Sheet>
  );
}
