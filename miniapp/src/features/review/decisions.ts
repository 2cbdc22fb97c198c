import type { CaseItem } from '@qihang/shared/cases/contract';
import type { CaseAction } from '@qihang/shared/cases/vocabulary';
import type { IconName } from '@/ui/icon/names';

/** One way to decide about a case. */
export interface Choice {
  action: CaseAction;
  text: string;
  icon?: IconName;
  look: 'main' | 'normal' | 'danger';
  /** Asks for a reason first, in a sheet with this title. */
  reason: { title: string; submit: string; presets: boolean; hint: string } | null;
  /** On a keyboard. */
  key?: 'a' | 'r';
  /** Takes a row of its own on a phone. */
  whole?: boolean;
}

const back: Omit<Choice, 'look'> = {
  action: 'return',
  text: '退回，写原因',
  icon: 'undo',
  key: 'r',
  reason: {
    title: '退回给作者',
    submit: '退回',
    presets: true,
    hint: '作者会看到原因和你的名字，可以改后再送审',
  },
};

const takeDown: Omit<Choice, 'look'> = {
  action: 'hide',
  text: '下架，写原因',
  icon: 'eye-off',
  key: 'r',
  whole: true,
  reason: { title: '下架', submit: '下架', presets: true, hint: '作者会看到原因和你的名字，可以申诉一次' },
};

const hintOfAppeal = '双方都看得到你的决定和理由';

/**
 * What can be decided about a case, in the order of its buttons. Where the machine found nothing, passing is the filled one; where it
 * objects or could not look, and on appeals, none is.
 */
export function choicesOf({ kind, verdict, appeal, viewer }: CaseItem): Choice[] {
  const can = (choice: Choice) => viewer.can.includes(choice.action);
  if (kind === 'review')
    return [
      { ...back, look: 'danger' as const },
      {
        action: 'approve' as const,
        text: '通过',
        icon: 'check' as const,
        look: verdict?.verdict === 'pass' ? ('main' as const) : ('normal' as const),
        key: 'a' as const,
        reason: null,
      },
    ].filter(can);
  if (kind === 'report')
    return [
      { ...takeDown, look: 'danger' as const },
      {
        action: 'recheck' as const,
        text: '先标待核实',
        icon: 'info' as const,
        look: 'normal' as const,
        reason: null,
      },
      {
        action: 'dismiss' as const,
        text: '没问题，结案',
        look: 'normal' as const,
        key: 'a' as const,
        reason: null,
      },
    ].filter(can);
  const hidden = appeal?.against.action === 'hide';
  const was = hidden ? '下架' : '退回';
  const upheld = { title: `维持${was}`, submit: `维持${was}`, presets: false, hint: hintOfAppeal };
  const undone = hidden ? '撤销下架，恢复' : '撤销退回，发布';
  return [
    {
      action: 'dismiss' as const,
      text: `维持${was}`,
      look: 'normal' as const,
      key: 'r' as const,
      reason: upheld,
    },
    {
      action: 'approve' as const,
      text: undone,
      look: 'normal' as const,
      key: 'a' as const,
      reason: { title: `撤销${was}`, submit: undone, presets: false, hint: hintOfAppeal },
    },
  ].filter(can);
}
