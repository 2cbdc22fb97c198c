import type { ViewNode } from './node';
import { squeeze } from './text';

/** Characters that the keyboard of an input's `type` offers. */
const KEYBOARDS: Record<string, RegExp> = { number: /^\d*$/, digit: /^[\d.]*$/, idcard: /^[\dXx]*$/ };

/** WeChat's limit where a field names none. */
const DEFAULT_MAXLENGTH = 140;

/** What is left of `text` when it is typed into `field`: cut at `maxlength`. Throws for keys that are not there. */
export function typed(field: ViewNode, text: string): string {
  if (field.tag !== 'input' && field.tag !== 'textarea') throw new Error(`<${field.tag}> takes no text`);
  if (field.is('disabled'))
    throw new Error(`the ${field.tag} "${field.attribute('placeholder')}" is disabled`);
  const keyboard = KEYBOARDS[field.attribute('type')];
  if (keyboard && !keyboard.test(text))
    throw new Error(`a ${field.attribute('type')} keyboard cannot type "${text}"`);
  const limit =
    field.attribute('maxlength') === '' ? DEFAULT_MAXLENGTH : Number(field.attribute('maxlength'));
  return limit < 0 ? text : [...text].slice(0, limit).join('');
}

/**
 * The `detail.value` of a picker for what a user picks: an entry's text for `selector`, one a column for
 * `multiSelector`, `YYYY-MM-DD` for `date`, `HH:mm` for `time`. Indexes come as strings, as WeChat sends them.
 */
export function picked(picker: ViewNode, choice: string | string[]): string | number[] | string[] {
  if (picker.tag !== 'picker') throw new Error(`<${picker.tag}> is not a picker`);
  if (picker.is('disabled')) throw new Error('the picker is disabled');
  const range = picker.attributes.get('range');
  const key = picker.attribute('range-key');
  switch (picker.attribute('mode')) {
    case 'date':
      return within(picker, String(choice), /^\d{4}(-\d\d(-\d\d)?)?$/);
    case 'time':
      return within(picker, String(choice), /^\d\d:\d\d$/);
    case 'multiSelector':
      return [choice].flat().map((text, column) => indexIn((range as unknown[][])[column], key, text));
    case 'region':
      return [choice].flat();
    default:
      return String(indexIn(range as unknown[], key, String(choice)));
  }
}

function within(picker: ViewNode, value: string, form: RegExp): string {
  const [start, end] = [picker.attribute('start'), picker.attribute('end')];
  if (!form.test(value)) throw new Error(`"${value}" is not a ${picker.attribute('mode')}`);
  if ((start !== '' && value < start) || (end !== '' && value > end)) {
    throw new Error(`"${value}" is outside ${start}–${end}`);
  }
  return value;
}

function indexIn(entries: unknown[] | undefined, key: string, text: string): number {
  const labels = (entries ?? []).map((entry) =>
    squeeze(String(key === '' ? entry : (entry as Record<string, unknown>)[key])),
  );
  const index = labels.indexOf(squeeze(text));
  if (index < 0) throw new Error(`no "${text}" in the picker: ${labels.join(', ')}`);
  return index;
}
