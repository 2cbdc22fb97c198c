import type { Subscriptions } from '@qihang/shared/subscriptions/contract';
import { phone } from './taro';

type Template = Subscriptions['templates'][number];

export const template = (part: Partial<Template> = {}): Template => ({
  id: 'deadline-template',
  purpose: 'deadline',
  credits: 0,
  next: null,
  waiting: 0,
  ...part,
});

/** A school that has set up three templates, and a person who can still get two messages. */
export const subscriptions = (part: Partial<Subscriptions> = {}): Subscriptions => ({
  templates: [
    template({ credits: 1, waiting: 4 }),
    template({ id: 'answer-template', purpose: 'answer', credits: 1, waiting: 1 }),
    template({ id: 'decision-template', purpose: 'decision' }),
  ],
  credits: 2,
  configured: true,
  linked: true,
  ...part,
});

/** The phone knows what to ask for, as it does a moment after its start. */
export const readyToAsk = () =>
  phone.storage.set('reach', JSON.stringify({ known: subscriptions(), grants: [], declined: {} }));
