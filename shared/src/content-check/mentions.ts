import type { AnyConcept } from './act';
import { findNumbers, type NumberFound } from './numbers';

export interface Mention {
  start: number;
  end: number;
  /** Denied or warned of right before: 不要加, 别代写. */
  denied: boolean;
  /** Between quotation marks: somebody else's words, or so called. */
  quoted: boolean;
}

const denial =
  /(?:不要|不用|不必|无需|不能|不可|不许|不得|不会|不再|没有|从不|绝不|拒绝|谨防|警惕|小心|当心|严禁|禁止|抵制|打击|举报|远离|避开|防止|杜绝|反对|别(?!人|的|校|处)|勿|莫|不是|不|没|非(?!常)|识破|揭秘|揭穿)[^，。！？,!?；;、\n]{0,5}$/;
/** 能不能 and 有没有 ask, 还不是 affirms. */
const noDenial =
  /(.)[不没]\1|还不是|不就是|不就|不好意思|不过|不错|特别|差不多|不仅|不光|不但|不止|没准|[^有]没事|别人|分别|级别|个别|不限|[^我他她你]不怕/g;

/** Quotation marks are of no more than a sentence; one that never closes quotes nothing. */
const quotation = /[“「『"]([^”」』"\n]{1,60})[”」』"]/g;

function quotations(text: string): [number, number][] {
  const found: [number, number][] = [];
  quotation.lastIndex = 0;
  for (let match = quotation.exec(text); match; match = quotation.exec(text))
    found.push([match.index, match.index + match[0].length]);
  return found;
}

/** Concepts by name, each as an expression over normalised text. */
export type Concepts = Readonly<Partial<Record<AnyConcept, string>>>;

const expressions = new Map<string, RegExp>();

/** Made when first needed. */
function expressionOf(source: string): RegExp {
  const known = expressions.get(source);
  if (known) return known;
  const made = new RegExp(source, 'g');
  expressions.set(source, made);
  return made;
}

/** Every place of the concepts in a normalised text; one that is not among them is nowhere. */
export class Mentions {
  private readonly quotes: [number, number][];
  private readonly known = new Map<AnyConcept, Mention[]>();
  private numbers: NumberFound[] | undefined;

  constructor(
    readonly text: string,
    private readonly concepts: Concepts,
  ) {
    this.quotes = quotations(text);
  }

  of(concept: AnyConcept): Mention[] {
    const known = this.known.get(concept);
    if (known) return known;
    const found = this.places(concept).map(([start, end]) => this.mention(start, end));
    this.known.set(concept, found);
    return found;
  }

  private places(concept: AnyConcept): [number, number][] {
    if (concept === 'phone' || concept === 'identity' || concept === 'account') {
      this.numbers ??= findNumbers(this.text);
      return this.numbers.flatMap(({ kind, start, end }) => (kind === concept ? [[start, end]] : []));
    }
    const source = this.concepts[concept];
    if (source === undefined) return [];
    const places: [number, number][] = [];
    const expression = expressionOf(source);
    expression.lastIndex = 0;
    for (let match = expression.exec(this.text); match; match = expression.exec(this.text))
      places.push([match.index, match.index + match[0].length]);
    return places;
  }

  private mention(start: number, end: number): Mention {
    const denied = denial.test(this.text.slice(Math.max(0, start - 10), start).replace(noDenial, ''));
    const quoted = this.quotes.some(([from, to]) => start >= from && end <= to);
    return { start, end, denied, quoted };
  }
}
