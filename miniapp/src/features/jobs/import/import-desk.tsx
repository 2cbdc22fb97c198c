import type { Board } from '@qihang/shared/boards/contract';
import { ImportElsewhere } from './import-elsewhere';

/** The mini-program runs on phones; browsers get import-desk.h5.tsx. */
export const ImportDesk = (_props: { boards: Board[] }) => <ImportElsewhere />;
