/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Few characters, so that chance makes words again and again, at the ends of runs as well as inside them.
const alphabets = [
  Array.from('会计师范大学生产品质量化'),
  Array.from('abcCJvasqlSQL'),
  Array.from('0123'),
  Array.from('+#.-&'),
  Array.from('，。、 \n（）/：“”…'),
  Array.from('ＪａｖＡ５Ｇ＋．㈱ﬁ①ｶﾞ'),
  ['𠮷', '🚀', 'é', 'e\u0301', '한', 'ñ', 'Ж'],
];
const weights = [0.5, 0.72, 0.76, 0.8, 0.93, 0.97, 1];

/** Chinese, Latin, joiners, punctuation, full-width forms and rare characters, mixed. */
export function randomText(random: () => number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) {
    const draw = random();
    const alphabet = alphabets[weights.findIndex((limit) => draw < limit)] ?? [];
    text += alphabet[Math.floor(random() * alphabet.length)] ?? '';
  }
  return text;
}

/** A query as people make them: pieces of the texts themselves, or chance. */
export function randomQuery(random: () => number, texts: readonly string[]): string {
  const words = 1 + Math.floor(random() * 2);
  return Array.from({ length: words }, () => {
    const text = texts[Math.floor(random() * texts.length)] ?? '';
    const start = Math.floor(random() * text.length);
    const size = 1 + Math.floor(random() * 5);
    return random() < 0.8 ? text.slice(start, start + size) : randomText(random, size);
  }).join(' ');
}
