import { fold } from './fold';

/** What the label rules call “any major may apply”. */
export const anyMajor = '不限';

const closing: Record<string, string> = { '(': ')', '（': '）', '【': '】' };

/** Splits an enumeration at 、，,;/ and blanks, but not inside brackets: 企业管理（含：财务管理、市场营销） is one. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let current = '';
  const open: string[] = [];
  for (const char of text) {
    const expected = closing[char];
    if (expected !== undefined) open.push(expected);
    else if (open[open.length - 1] === char) open.pop();
    if (open.length === 0 && /[、，,;；/／|｜\n\t+＋&]/.test(char)) {
      parts.push(current);
      current = '';
    } else {
      current += char;
    }
  }
  parts.push(current);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

// 计算机类(B0809), 06法律类, 研究生：…: official tables number their majors and name the level in front.
const code = /[(（]\s*[A-Z]?\d{2,7}[A-Z]{0,2}\s*[)）]|^[A-Z]?\d{2,7}(?=[一-龥])/g;
const level = /^(?:研究生|本科|大专|专科|硕士|博士)(?:生)?\s*[:：]/;
const lead =
  /^(?:\([一二三四五六七八九十\d]{1,2}\)|[①-⑳\d]{1,2}[.、)）]?(?=[一-龥])|以及|及其?|和|与|或|或者|如|包括|限|仅限|要求|需|须|有|具有|具备|熟悉|所学专业为?|专业(?:为|要求)?[:：]?|[:：·•\-—\s])+/;
const tail =
  /(?:等|及|或|和|与|、|其他|相关|相近|类似|近似|对口|复合|背景|科系|\d+[人名个]|(?:一级|二级)?学科|专业|方向|的|学生|毕业生?|同学|人才|均可|都可以?|都行|皆可|优先(?:考虑)?|为佳|亦可|在读|出身|即可|[。.;；!！~～\s])$/;

/** One major without the words around it: `计算机类(B0809)等相关专业` → `计算机类`. May be empty. */
export function cleanMajor(text: string): string {
  let name = text.trim().replace(level, '').replace(code, '').trim();
  name = name.replace(lead, '').trim();
  while (tail.test(name)) name = name.replace(tail, '');
  return name;
}

/** 不限, 专业不限, 不限专业, 无专业限制. */
export function saysAnyMajor(text: string): boolean {
  return /专业\s*(?:背景|要求|方面)?\s*[:：]?\s*(?:均?不限|不作?限制?|无限制|无要求|不作要求|均可)|不限(?:制)?(?:学科|专业)|无专业(?:限制|要求)|各专业均可|专业不设?限|所有专业/.test(
    fold(text),
  );
}

/**
 * Reads a majors field into names in written order: codes, levels, 等相关专业 and the like removed. 不限 gives
 * `['不限']`, nothing written `[]`.
 */
export function readMajors(text: string): string[] {
  const source = fold(text).trim();
  if (/^(?:专业)?不限|^无(?:限制|要求)?$/.test(source) || saysAnyMajor(text)) return [anyMajor];
  const names: string[] = [];
  for (const line of text.split('\n')) {
    for (const segment of line.replace(level, '').split(/[；;](?=\s*(?:研究生|本科|大专|专科|硕士|博士))/)) {
      for (const part of splitList(segment.replace(level, ''))) {
        const name = cleanMajor(part);
        if (name === anyMajor || /^不限/.test(name)) return [anyMajor];
        if (name.length >= 2 && name.length <= 40 && !names.includes(name)) names.push(name);
      }
    }
  }
  return names;
}
