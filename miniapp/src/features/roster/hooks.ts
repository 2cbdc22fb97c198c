import { createClient } from '@qihang/shared/contract/client';
import type { OutgoingFile } from '@qihang/shared/contract/route';
import { classCodesContract, type rosterBindings, rosterContract } from '@qihang/shared/verification/roster';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCursorPages } from '@/platform/cursor-pages';
import { transport } from '@/platform/transport';
import { uploadTransport } from '@/platform/upload';

const roster = createClient(rosterContract, transport);
const codes = createClient(classCodesContract, transport);

/** Every query of this feature begins with it. Nothing is kept on the phone: these are names and numbers of people. */
const root = 'roster';
const codesKey = ['class-codes'];

export type Binding = (typeof rosterBindings)[number];

export interface RosterFilter {
  q: string;
  year: number | null;
  college: string | null;
  className: string | null;
  binding: Binding | null;
}

const rows = 30;

export const useRoster = ({ q, year, college, className, binding }: RosterFilter, enabled: boolean) =>
  useCursorPages(
    [root, 'list', q, year, college, className, binding],
    (cursor) =>
      roster.list({
        query: {
          limit: rows,
          ...(q === '' ? {} : { q }),
          ...(year === null ? {} : { year }),
          ...(college === null ? {} : { college }),
          ...(className === null ? {} : { className }),
          ...(binding === null ? {} : { binding }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      }),
    { enabled },
  );

/** Classes with how many are verified, and whether the person may import. */
export const useClasses = (enabled: boolean) =>
  useQuery({ queryKey: [root, 'classes'], queryFn: () => roster.classes({}), enabled });

export function useUnbind() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      roster.unbind({ params: { id }, body: { reason } }),
    onSettled: () => client.invalidateQueries({ queryKey: [root] }),
  });
}

export const useClassCodes = (enabled: boolean) =>
  useQuery({ queryKey: codesKey, queryFn: () => codes.list({}), enabled });

type NewCode = Parameters<typeof codes.create>[0]['body'];

export function useCreateCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewCode) => codes.create({ body }),
    onSettled: () => client.invalidateQueries({ queryKey: codesKey }),
  });
}

export function useRevokeCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => codes.revoke({ params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: codesKey }),
  });
}

// Files need another way to the server than JSON.
const sender = createClient(rosterContract, uploadTransport);

/** A file of a roster, and the sheet of it that is meant; the first one when left out. */
export interface RosterSource {
  file: OutgoingFile;
  sheet?: string;
}

const sheetOf = ({ sheet }: RosterSource) => (sheet === undefined ? {} : { sheet });

export const usePreview = () =>
  useMutation({
    mutationFn: (source: RosterSource) => sender.preview({ file: source.file, query: sheetOf(source) }),
  });

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ digest, leave, ...source }: RosterSource & { digest: string; leave: boolean }) =>
      sender.apply({ file: source.file, query: { digest, leave, ...sheetOf(source) } }),
    onSettled: () => client.invalidateQueries({ queryKey: [root] }),
  });
}
