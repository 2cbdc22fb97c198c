import type { CareSettings } from '@qihang/shared/care/contract';
import { bodyOf, contactOf, emptyLine, formOf } from '@/features/care-admin/form';

const saved: CareSettings = {
  lines: [{ name: '校心理中心', about: null, phone: '0535-6000000' }],
  person: { name: '李老师', about: '3 号楼 210', userId: 'u1' },
  promise: null,
};

describe('the form of the care contact', () => {
  it('sends what was saved when nothing was typed', () => {
    expect(bodyOf(formOf(saved), saved)).toEqual(saved);
  });

  it('sends nothing for what is empty', () => {
    const form = { ...formOf(saved), personName: ' ', personAbout: '', promise: ' ' };
    expect(bodyOf(form, saved)).toEqual({ ...saved, person: null });
  });

  it('previews what is complete', () => {
    const form = { ...formOf(saved), lines: [...formOf(saved).lines, { ...emptyLine, name: '保卫处' }] };
    expect(contactOf(form, saved)).toEqual(saved);
  });

  it('lets the account go with the name that it was chosen for', () => {
    const { person } = bodyOf({ ...formOf(saved), personName: '王老师' }, saved);
    expect(person).toEqual({ name: '王老师', about: '3 号楼 210', userId: null });
  });
});
