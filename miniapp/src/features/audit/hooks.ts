import { auditContract } from '@qihang/shared/audit/contract';
import { createClient, queryString } from '@qihang/shared/contract/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pageRows, useCursorPages } from '@/platform/cursor-pages';
import { readText, transport } from '@/platform/transport';
import type { AuditQuery } from './filter';

const api = createClient(auditContract, transport);

/** Never kept on the device: what stands in the log is for the moment of reading. */
export const useAudit = (filter: AuditQuery, enabled: boolean) =>
  useCursorPages(
    ['audit', filter],
    (cursor) =>
      api.list({ query: { ...filter, limit: pageRows, ...(cursor === undefined ? {} : { cursor }) } }),
    { enabled },
  );

const mark = '\ufeff';

/** The CSV of what a filter finds. Browsers take its byte order mark away while reading; spreadsheets need it. */
export function useAuditFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (filter: AuditQuery) => {
      const text = await readText(auditContract.export.path + queryString(filter));
      return text.startsWith(mark) ? text : mark + text;
    },
    // The export is an entry itself.
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}
