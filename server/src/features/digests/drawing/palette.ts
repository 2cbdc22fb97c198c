import type { DeadlineState } from '@qihang/shared/jobs/pill';

/** The light colours of miniapp/src/styles/tokens.scss by the same names: a picture is always light. A test compares them. */
export const palette = {
  page: '#eef2f2',
  card: '#ffffff',
  line: '#dde5e5',
  ink: '#122124',
  'ink-2': '#43545a',
  'ink-3': '#586a6e',
  brand: '#0b5963',
  deck: '#0b5963',
  'on-deck': '#ffffff',
  'on-deck-2': '#cfe5e6',
  far: '#43545a',
  'far-bg': '#e9eeee',
  week: '#7a5005',
  'week-bg': '#fbefd3',
  soon: '#97390a',
  'soon-bg': '#ffe3d0',
  today: '#ffffff',
  'today-bg': '#bd4708',
} as const;
export type Colour = keyof typeof palette;

/** Of a deadline's pill; those without a ground have a broken line around them, or nothing. */
export const pillColours = {
  far: { ink: 'far', ground: 'far-bg' },
  open: { ink: 'far', ground: 'far-bg' },
  week: { ink: 'week', ground: 'week-bg' },
  soon: { ink: 'soon', ground: 'soon-bg' },
  today: { ink: 'today', ground: 'today-bg' },
  recheck: { ink: 'ink-2', ground: null },
  closed: { ink: 'ink-3', ground: 'far-bg' },
} as const satisfies Record<DeadlineState, { ink: Colour; ground: Colour | null }>;
