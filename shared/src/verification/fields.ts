import * as z from 'zod/mini';
import { lineText } from '../contract/fields';
import { classCodeAlphabet, classCodeLength, plainClassCode } from './class-code';
import { rosterLimits } from './vocabulary';

/** The one form in which student numbers are kept and compared: half-width, letters in upper case, no blanks. */
export const plainStudentNo = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/\s/g, '');

export const isStudentNo = (text: string): boolean => /^[0-9A-Z][0-9A-Z-]{3,19}$/.test(text);

export const studentNo = z.string().check(
  z.overwrite(plainStudentNo),
  z.minLength(1),
  z.refine((text) => text === '' || isStudentNo(text), '学号是 4–20 位数字或字母'),
);

const codeForm = new RegExp(`^[${classCodeAlphabet}]{${classCodeLength}}$`);

/** A class code as people type it; what no code can be is told apart from a wrong one without asking the roster. */
export const classCode = z.string().check(
  z.maxLength(40),
  z.overwrite(plainClassCode),
  z.minLength(1),
  z.refine((text) => text === '' || codeForm.test(text), '邀请码是 8 位字母和数字，没有 0、1、2、5、8'),
);

/** What one must know to be verified. */
export const rosterClaim = z.strictObject({
  studentNo,
  name: lineText(1, rosterLimits.name),
  code: classCode,
});
export type RosterClaim = z.output<typeof rosterClaim>;

/** A class as the roster knows it: the same name may stand in two colleges and in two years. */
export const rosterClass = z.strictObject({
  college: lineText(1, rosterLimits.words),
  className: lineText(1, rosterLimits.words),
  graduationYear: z.int().check(z.minimum(rosterLimits.minYear), z.maximum(rosterLimits.maxYear)),
});
export type RosterClass = z.output<typeof rosterClass>;
