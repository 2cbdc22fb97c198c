import type { Context } from '@qihang/server/context';

const page = 500;

/** Pieces that readers see and search has no document of, and documents of what readers do not see. */
export async function searchIndexFaults({ db, registry }: Context): Promise<string[]> {
  const expected = new Set<string>();
  for (const kind of Object.values(registry.kinds)) {
    let after = '';
    for (;;) {
      const docs = (await kind.searchable?.docs(db, db.read, after, page)) ?? [];
      for (const { type, refId } of docs) expected.add(`${type} ${refId}`);
      if (docs.length < page) break;
      after = docs.at(-1)?.refId ?? '';
    }
  }
  const { searchDocs } = db.tables;
  const rows = await db.read.select({ type: searchDocs.type, refId: searchDocs.refId }).from(searchDocs);
  const found = new Set(rows.map(({ type, refId }) => `${type} ${refId}`));
  return [
    ...[...expected].filter((one) => !found.has(one)).map((one) => `${one} has no document`),
    ...[...found]
      .filter((one) => !expected.has(one))
      .map((one) => `${one} has a document that nobody may read`),
    ...(rows.length > found.size ? ['a document is there twice'] : []),
  ];
}
