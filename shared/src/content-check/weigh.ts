import type { Act, AnyConcept } from './act';
import type { Mention, Mentions } from './mentions';
import type { CheckedKind } from './vocabulary';

/** What counts as near, in characters of normalised text on either side. */
const nearness = 110;
/** Notices and postings are long, and name side by side what a chat would mean together. */
const formalNearness = 60;
const formalCare = 1;
const quotedLoss = 2.5;
/** Places of one act that are weighed in one text: a text that has more repeats itself. */
const mostPlaces = 60;

/** The first of the mentions, in the order of the text, that ends behind `at`. */
function firstBehind(mentions: readonly Mention[], at: number): number {
  let from = 0;
  let to = mentions.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((mentions[middle] as Mention).end > at) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Whether one of the mentions that count is within `reach` of the core, and not the core itself. */
function isNear(
  mentions: readonly Mention[],
  core: Mention,
  reach: number,
  counts: (one: Mention) => boolean,
) {
  for (let i = firstBehind(mentions, core.start - reach); i < mentions.length; i += 1) {
    const one = mentions[i] as Mention;
    if (one.start >= core.end + reach) return false;
    if (counts(one)) return true;
  }
  return false;
}

const isFrame = (concept: AnyConcept) => concept === 'warn' || concept === 'ask' || concept === 'told';
const always = () => true;
const isMeant = ({ denied }: Mention) => !denied;

/** The first place where the act is done in a piece of that kind; undefined where none is. */
export function placeOf(act: Act, mentions: Mentions, kind: CheckedKind): Mention | undefined {
  if (act.except?.includes(kind)) return undefined;
  const meant = act.undeniable ? always : isMeant;
  const formal = kind === 'article' || kind === 'job';
  const reach = formal ? formalNearness : nearness;
  const least = act.least + (formal ? formalCare : 0);
  let weighed = 0;
  for (const [concept, weight] of act.core) {
    for (const core of mentions.of(concept)) {
      if (!meant(core)) continue;
      weighed += 1;
      if (weighed > mostPlaces) return undefined;
      const has = (other: AnyConcept) =>
        isNear(mentions.of(other), core, reach, isFrame(other) ? always : meant);
      if (act.needs?.some((group) => !group.some(has))) continue;
      let score = weight;
      if (act.again !== undefined) {
        const isOther = (one: Mention) => meant(one) && (one.end <= core.start || one.start >= core.end);
        if (act.core.some(([other]) => isNear(mentions.of(other), core, reach, isOther))) score += act.again;
      }
      if (core.quoted && !act.quotable) score -= quotedLoss;
      for (const [other, part] of act.near) if (has(other)) score += part;
      if (score >= least) return core;
    }
  }
  return undefined;
}
