import type { Board } from '@qihang/shared/boards/contract';
import { useState } from 'react';
import { confirm, toast } from '@/platform/feedback';
import { hasWarnings, isTicked } from './rows';
import { useImport } from './use-import';

/** The work at the desk, whatever it is drawn on: what is ticked, where it goes, and sending it. */
export function useDesk(boards: readonly Board[]) {
  const importing = useImport();
  const { work } = importing;
  const [slug, setSlug] = useState(boards[0]?.slug);
  const [explaining, setExplaining] = useState(false);
  const ticked = work.rows.filter(isTicked);
  const warned = ticked.filter(hasWarnings);
  const waiting = work.rows.filter(({ stale }) => stale).length;
  const send = async (reason?: string) => {
    const count = ticked.length;
    if (await importing.importTicked(slug, reason)) {
      setExplaining(false);
      toast(`${count} 条已处理`);
    }
  };
  return {
    importing,
    boards,
    slug,
    setSlug,
    ticked,
    warned,
    waiting,
    started: work.rows.length > 0 || work.done.length > 0 || work.problem !== null,
    explaining,
    setExplaining,
    send,
    async startAgain() {
      const { rows } = work;
      const losing = `表里还有 ${rows.length} 条没有导入，改过的内容会丢掉`;
      if (rows.length === 0 || (await confirm('换一个文件？', losing, '换文件'))) importing.clear();
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
