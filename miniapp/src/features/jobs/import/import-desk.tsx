import type { Board } from '@qihang/shared/boards/contract';
import './desk.scss';
import { ImportPhone } from './import-phone';
import { useDesk } from './use-desk';

/** In the mini-program; browsers get import-desk.h5.tsx. */
export const ImportDesk = ({ boards }: { boards: Board[] }) => <ImportPhone desk={useDesk(boards)} />;
