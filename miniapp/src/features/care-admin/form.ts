import type { CareSettings } from '@qihang/shared/care/contract';

interface Line {
  name: string;
  about: string;
  phone: string;
}

/** The settings as they are typed; what is empty is not filled in. */
export interface CareForm {
  lines: Line[];
  personName: string;
  personAbout: string;
  promise: string;
}

export const emptyLine: Line = { name: '', about: '', phone: '' };

export const formOf = ({ lines, person, promise }: CareSettings): CareForm => ({
  lines: lines.map(({ name, about, phone }) => ({ name, about: about ?? '', phone })),
  personName: person?.name ?? '',
  personAbout: person?.about ?? '',
  promise: promise ?? '',
});

const filled = (text: string) => (text.trim() === '' ? null : text);

/** What is sent. A person without a name is none; the account stays with the name that it was chosen for. */
export function bodyOf(
  { lines, personName, personAbout, promise }: CareForm,
  saved: CareSettings,
): CareSettings {
  const known = saved.person?.name === personName.trim() ? saved.person.userId : null;
  return {
    lines: lines.map(({ about, ...line }) => ({ ...line, about: filled(about) })),
    person: personName.trim() === '' ? null : { name: personName, about: filled(personAbout), userId: known },
    promise: filled(promise),
  };
}

/** What would be shown; a line that is not complete yet is left out. */
export function contactOf(value: CareForm, saved: CareSettings): CareSettings {
  const { lines, ...rest } = bodyOf(value, saved);
  return { ...rest, lines: lines.filter(({ name, phone }) => name.trim() !== '' && phone.trim() !== '') };
}
