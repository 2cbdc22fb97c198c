import type { ImportField } from '@qihang/shared/jobs/import/columns';
import { useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError } from '@/platform/api-error';
import { useDraft } from '@/platform/draft';
import { queryClient } from '@/platform/query-client';
import { root } from '../hooks';
import { importApi } from './api';
import {
  type Destination,
  type ImportWork,
  isTicked,
  nothingImported,
  rowOf,
  type TableRow,
  withChecks,
  withResults,
  withText,
} from './rows';
import { assigned } from './whole-columns';
import { fileWords } from './words';

const pause = 500;
/** Rows a request: a broken connection costs little, and the page can tell how far it is. */
const atOnce = 50;

const sendable = ({ line, texts }: ImportWork['rows'][number]) => ({ line, texts });

/** A table of jobs being imported. It is kept in the browser, so that neither a reload nor a failed request costs a fix. */
export function useImport() {
  const { draft, change, clear, restored } = useDraft<ImportWork>('job-import', nothingImported);
  const [fromBefore, setFromBefore] = useState(restored);
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [checkFailure, setCheckFailure] = useState<ApiError | null>(null);
  const [progress, setProgress] = useState({ sent: 0, of: 0 });
  // Answers come while the person goes on writing: what they add to is what stands then.
  const work = useRef(draft);
  work.current = draft;
  /** The file, for its other sheets. */
  const file = useRef<{ name: string; content: unknown } | null>(null);
  const update = (next: ImportWork) => {
    work.current = next;
    change(next);
  };

  const changed = draft.rows.filter(({ stale }) => stale);
  const key = changed.map(({ line, texts }) => `${line}${JSON.stringify(texts)}`).join();
  const checkChanged = async () => {
    const sent = work.current.rows.filter(({ stale }) => stale).slice(0, atOnce);
    try {
      const { rows } = await importApi.check({ body: { rows: sent.map(sendable) } });
      setCheckFailure(null);
      update({ ...work.current, rows: withChecks(work.current.rows, sent, rows) });
    } catch (error) {
      setCheckFailure(asApiError(error));
    }
  };
  useEffect(() => {
    if (key === '') return;
    const timer = setTimeout(checkChanged, pause);
    return () => clearTimeout(timer);
  }, [key]);

  const api = {
    work: draft,
    /** The page opened with what an earlier visit left. */
    restored: fromBefore,
    busy,
    progress,
    /** Why the file was not read, or the rows were not sent. */
    failure,
    /** Why changed rows could not be checked. */
    checkFailure,
    checkAgain: checkChanged,
    /** Reads a file, or another sheet of it. */
    async read(name: string, content: unknown, sheet?: string) {
      setBusy('reading');
      setFailure(null);
      try {
        const query = sheet === undefined ? {} : { sheet };
        const preview = await importApi.preview({ query, file: { name, content } });
        file.current = { name, content };
        setFromBefore(false);
        update({
          ...nothingImported,
          fileName: name,
          sheets: preview.sheets,
          problem: preview.problem,
          said: fileWords(preview),
          rows: preview.rows.map(rowOf),
        });
      } catch (error) {
        setFailure(asApiError(error));
      } finally {
        setBusy(null);
      }
    },
    /** After a reload the rows are there and the file is not. */
    hasFile: file.current !== null,
    async readSheet(sheet: string) {
      if (file.current) await api.read(file.current.name, file.current.content, sheet);
    },
    /** Changes many rows at once; each is checked again. */
    changeRows(change: (rows: TableRow[]) => TableRow[]) {
      update({ ...work.current, rows: change(work.current.rows) });
    },
    /** Sends a column that no field is known for somewhere else. */
    assign(column: string, to: Destination) {
      update(assigned(work.current, column, to));
    },
    write(line: number, field: ImportField, text: string) {
      const rows = work.current.rows.map((row) => (row.line === line ? withText(row, field, text) : row));
      update({ ...work.current, rows });
    },
    tick(line: number, ticked: boolean) {
      const rows = work.current.rows.map((row) => (row.line === line ? { ...row, ticked } : row));
      update({ ...work.current, rows });
    },
    /** Sends the ticked rows; what has been sent stays sent when the connection breaks. True when all went through. */
    async importTicked(board: string | undefined, overrideReason: string | undefined): Promise<boolean> {
      const rows = work.current.rows.filter(isTicked);
      const more = { ...(board && { board }), ...(overrideReason === undefined ? {} : { overrideReason }) };
      setBusy('importing');
      setFailure(null);
      try {
        for (let at = 0; at < rows.length; at += atOnce) {
          setProgress({ sent: at, of: rows.length });
          const part = rows.slice(at, at + atOnce).map(sendable);
          const result = await importApi.import({ body: { rows: part, ...more } });
          update(withResults(work.current, result.rows));
        }
        return true;
      } catch (error) {
        setFailure(asApiError(error));
        return false;
      } finally {
        setBusy(null);
        await queryClient.invalidateQueries({ queryKey: [root] });
      }
    },
    clear() {
      setFailure(null);
      setCheckFailure(null);
      setFromBefore(false);
      file.current = null;
      clear();
    },
  };
  return api;
}

export type Importing = ReturnType<typeof useImport>;
