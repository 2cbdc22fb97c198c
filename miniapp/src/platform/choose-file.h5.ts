import type { OutgoingFile } from '@qihang/shared/contract/route';

/** Lets the person choose one file with one of the endings (`csv`); null when nothing was chosen. */
export const chooseFile = (endings: readonly string[]): Promise<OutgoingFile | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? { name: file.name, content: file } : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
