import { useEffect, useState } from 'react';
import { firstGroup, type Group, inGroup, type TableRow } from './rows';

/**
 * The rows of one group. A row being mended must not vanish under one's hands: which rows belong to it is settled when the
 * group is chosen.
 */
export function useGroup(rows: readonly TableRow[]) {
  const linesOf = (group: Group) => new Set(rows.filter(inGroup(group)).map(({ line }) => line));
  const [group, setGroup] = useState<Group>(() => firstGroup(rows));
  const [chosen, setChosen] = useState(() => linesOf(group));
  const show = (next: Group) => {
    setChosen(linesOf(next));
    setGroup(next);
  };
  const shown = group === 'all' ? rows : rows.filter(({ line }) => chosen.has(line));
  useEffect(() => {
    if (group !== 'all' && shown.length === 0) show(firstGroup(rows));
  }, [rows]);
  return { group, shown, show };
}
