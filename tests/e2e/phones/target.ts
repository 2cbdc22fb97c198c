import type { Frame, Locator, Page } from 'playwright-core';

/** What a person would touch for these words: a label, the very words, else the first place where they stand. */
export async function targetIn(place: Page | Frame, what: string): Promise<Locator> {
  const ways = [
    place.locator(`[aria-label="${what}"]`),
    place.getByText(what, { exact: true }),
    place.getByText(what),
  ].map((locator) => locator.filter({ visible: true }).first());
  const [label, exact, part] = ways as [Locator, Locator, Locator];
  await label.or(exact).or(part).first().waitFor();
  for (const way of ways) if ((await way.count()) > 0) return way;
  return part;
}
