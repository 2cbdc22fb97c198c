import type { Frame, Locator, Page } from 'playwright-core';

/** What a person would touch for these words: what is labelled so, else what says just that. */
export async function targetIn(place: Page | Frame, what: string): Promise<Locator> {
  const [label, text] = [place.locator(`[aria-label="${what}"]`), place.getByText(what, { exact: true })].map(
    (locator) => locator.filter({ visible: true }).first(),
  ) as [Locator, Locator];
  await label.or(text).first().waitFor();
  return (await label.count()) > 0 ? label : text;
}

/** The first place where the words stand, among others or not. */
export const partIn = (place: Page | Frame, words: string): Locator =>
  place.getByText(words).filter({ visible: true }).first();
