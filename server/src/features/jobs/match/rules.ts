interface Ranked {
  id: string;
  publishedAt: Date;
  match: { score: number };
}

/** Best score first, then the newest. */
export const byScore = (a: Ranked, b: Ranked): number =>
  b.match.score - a.match.score ||
  b.publishedAt.getTime() - a.publishedAt.getTime() ||
  (a.id < b.id ? 1 : -1);
