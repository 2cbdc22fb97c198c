import type { ReactNode } from 'react';
import { FieldRows } from '@/ui/form/field';
import { TextField } from '@/ui/form/text-field';

export interface Claim {
  studentNo: string;
  name: string;
  code: string;
}

interface Props {
  claim: Claim;
  problems: Partial<Record<keyof Claim, string>>;
  onChange: (part: Partial<Claim>) => void;
  /** Further rows of the same card. */
  children?: ReactNode;
}

/** What one must know to be found in the school's roster: number, name and class code. */
export const ClaimFields = ({ claim, problems, onChange, children }: Props) => (
  <FieldRows>
    <TextField
      label="学号"
      required
      value={claim.studentNo}
      placeholder="校园卡上的学号"
      fill="username"
      error={problems.studentNo}
      onChange={(studentNo) => onChange({ studentNo })}
    />
    <TextField
      label="姓名"
      required
      value={claim.name}
      placeholder="学籍上的姓名"
      error={problems.name}
      onChange={(name) => onChange({ name })}
    />
    <TextField
      label="邀请码"
      required
      value={claim.code}
      placeholder="如 ACD3-4679"
      hint="8 位，辅导员或班主任发在班级群里；大小写、横线都不要紧"
      error={problems.code}
      onChange={(code) => onChange({ code })}
    />
    {children}
  </FieldRows>
);
