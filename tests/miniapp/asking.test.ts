import { waitFor } from '@testing-library/react';
import { askFor, startAsking } from '@/common/reach/asking';
import {
  type Grant,
  type Kept,
  nothingKept,
  passingId,
  refillIds,
  stillCounted,
  withAnswer,
  withGrants,
} from '@/common/reach/credits';
import { kept, readSubscriptions } from '@/common/reach/subscriptions';
import { useQuestion } from '@/platform/feedback';
import { beginSession, endSession } from '@/platform/session';
import { subscriptions, template } from './support/reach';
import { phone } from './support/taro';

const dayMs = 24 * 3_600_000;
const now = Date.parse('2026-11-20T02:24:00Z');
const grant = (results: Grant['results'], days = 0): Grant => ({
  results,
  key: `key-${days}-${Object.keys(results)[0]}`,
  at: new Date(now - days * dayMs).toISOString(),
});
const keptOf = (part: Partial<Kept> = {}): Kept => ({ ...nothingKept, known: subscriptions(), ...part });

describe('asking in passing', () => {
  it('asks where what the tap begins would be one more than the credits', () => {
    expect(passingId(keptOf(), 'deadline', now)).toBe('deadline-template');
    expect(passingId(keptOf(), 'answer', now)).toBe('answer-template');
    expect(passingId(keptOf(), 'decision', now)).toBe('decision-template');
    const enough = subscriptions({ templates: [template({ credits: 5, waiting: 4 })] });
    expect(passingId(keptOf({ known: enough }), 'deadline', now)).toBeNull();
  });

  it('asks for nothing that is not set up, or could not be sent', () => {
    expect(passingId(keptOf(), 'digest', now)).toBeNull();
    expect(passingId(keptOf({ known: subscriptions({ linked: false }) }), 'deadline', now)).toBeNull();
    expect(passingId(keptOf({ known: subscriptions({ configured: false }) }), 'deadline', now)).toBeNull();
    expect(passingId(nothingKept, 'deadline', now)).toBeNull();
  });

  it('counts the messages of all purposes that share a template', () => {
    const shared = subscriptions({
      templates: [
        template({ credits: 3, waiting: 1 }),
        template({ purpose: 'digest', credits: 3, waiting: 1 }),
      ],
    });
    expect(passingId(keptOf({ known: shared }), 'digest', now)).toBeNull();
    const busy = {
      ...shared,
      templates: shared.templates.map((one, index) => ({ ...one, waiting: index + 1 })),
    };
    expect(passingId(keptOf({ known: busy }), 'digest', now)).toBe('deadline-template');
  });

  it('counts consents that are still on the phone', () => {
    const grants = [grant({ 'answer-template': 'accept' })];
    expect(passingId(keptOf({ grants }), 'answer', now)).toBeNull();
    expect(withGrants(subscriptions(), grants)).toMatchObject({
      credits: 3,
      templates: [{ credits: 1 }, { credits: 2 }, { credits: 0 }],
    });
  });

  it('leaves somebody alone for a week who said no, and begins again after a yes', () => {
    const declined = withAnswer(keptOf(), grant({ 'deadline-template': 'reject' }));
    expect(passingId(declined, 'deadline', now + 6 * dayMs)).toBeNull();
    expect(passingId(declined, 'answer', now)).toBe('answer-template');
    expect(passingId(declined, 'deadline', now + 8 * dayMs)).toBe('deadline-template');
    const agreed = withAnswer(declined, grant({ 'deadline-template': 'acceptWithAudio' }));
    expect(passingId(agreed, 'deadline', now)).toBe('deadline-template');
    expect(agreed.grants).toHaveLength(2);
  });

  it('drops what the server would not count any more', () => {
    const grants = [grant({ a: 'accept' }, 31), grant({ a: 'accept' }, 29)];
    expect(stillCounted(grants, now)).toEqual([grants[1]]);
  });
});

describe('补充', () => {
  it('asks for three templates at most, those first that lack most', () => {
    const four = subscriptions({
      templates: [
        template({ credits: 4, waiting: 1 }),
        template({ id: 'answer-template', purpose: 'answer', credits: 1, waiting: 3 }),
        template({ id: 'decision-template', purpose: 'decision', credits: 2 }),
        template({ id: 'digest-template', purpose: 'digest' }),
      ],
    });
    expect(refillIds(four)).toEqual(['answer-template', 'digest-template', 'decision-template']);
  });

  it('asks once for what several purposes share, and for nothing that cannot be sent', () => {
    const shared = [template(), template({ purpose: 'answer' })];
    expect(refillIds(subscriptions({ templates: shared }))).toEqual(['deadline-template']);
    expect(refillIds(subscriptions({ linked: false }))).toEqual([]);
  });
});

describe('a tap', () => {
  let grants: { results: object; key: string; at: string }[];
  let reachable: boolean;
  const respond = () => {
    phone.answer = ({ url, data }) => {
      if (!reachable) throw new Error('request:fail');
      if (url.endsWith('/subscriptions/grants')) grants.push(JSON.parse(data ?? ''));
      return { statusCode: 200, data: subscriptions({ credits: 2 + grants.length }) };
    };
  };
  beforeAll(() => startAsking());
  beforeEach(async () => {
    phone.reset();
    grants = [];
    reachable = true;
    respond();
    useQuestion.setState({ question: null });
    beginSession({ token: 't', expiresAt: '2099-01-01T00:00:00Z' });
    await waitFor(() => expect(kept().known).not.toBeNull());
  });
  afterEach(() => endSession());

  it('asks at once, and tells the server what the person answered', async () => {
    askFor('deadline');
    // Within the tap: nothing was awaited.
    expect(phone.consents).toEqual([['deadline-template']]);
    await waitFor(() => expect(kept().grants).toEqual([]));
    expect(grants).toEqual([
      {
        results: { 'deadline-template': 'accept' },
        key: expect.stringMatching(/^[\w-]{8,40}$/),
        at: expect.any(String),
      },
    ]);
    expect(kept().known?.credits).toBe(3);
  });

  it('keeps the answer without a network, and sends it once when the program is in front again', async () => {
    reachable = false;
    askFor('deadline');
    await waitFor(() => expect(kept().grants).toHaveLength(1));
    const [waiting] = kept().grants;
    reachable = true;
    phone.fire('front');
    phone.fire('front');
    await waitFor(() => expect(kept().grants).toEqual([]));
    expect(grants).toEqual([waiting]);
  });

  it('drops an answer that the server refuses as it is, and sends those behind it', async () => {
    reachable = false;
    askFor('deadline');
    askFor('answer');
    await waitFor(() => expect(kept().grants).toHaveLength(2));
    const [, second] = kept().grants;
    phone.answer = ({ data }) => {
      if (data?.includes('deadline-template'))
        return { statusCode: 400, data: { code: 'request.invalid', title: '', detail: '', errors: [] } };
      if (data) grants.push(JSON.parse(data));
      return { statusCode: 200, data: subscriptions() };
    };
    await readSubscriptions();
    expect(kept().grants).toEqual([]);
    expect(grants[0]).toEqual(second);
  });

  it('leads to the settings where messages are switched off, once a week', async () => {
    phone.consent = () => Promise.reject(Object.assign(new Error('off'), { errCode: 20004 }));
    askFor('deadline');
    await waitFor(() => expect(useQuestion.getState().question).not.toBeNull());
    useQuestion.getState().question?.answer(false);
    expect(phone.settings).toBe(0);
    askFor('deadline');
    expect(phone.consents).toHaveLength(1);
    expect(grants).toEqual([]);
  });

  it('asks again once the person has gone to the settings', async () => {
    phone.consent = () => Promise.reject(Object.assign(new Error('off'), { errCode: 20004 }));
    askFor('deadline');
    await waitFor(() => expect(useQuestion.getState().question).not.toBeNull());
    useQuestion.getState().question?.answer(true);
    expect(phone.settings).toBe(1);
    expect(useQuestion.getState().question).toBeNull();
    askFor('deadline');
    expect(phone.consents).toHaveLength(2);
  });

  it.each([20005, 10005, 10002, 0])(
    'says nothing of the code %i, which the person cannot help',
    async (errCode) => {
      const refusal = Promise.reject(Object.assign(new Error('refused'), { errCode }));
      phone.consent = () => refusal;
      askFor('deadline');
      await refusal.catch(() => undefined);
      await Promise.resolve();
      expect(useQuestion.getState().question).toBeNull();
      expect(kept().grants).toEqual([]);
      // What is banned is not asked for again soon; what could not be shown is, with the next tap.
      askFor('deadline');
      expect(phone.consents).toHaveLength(errCode === 20005 ? 1 : 2);
    },
  );

  it('takes new words of WeChat for a consent as one, and leaves out what it does not know', async () => {
    phone.consent = async () => ({ 'deadline-template': 'acceptWithAlert', errMsg: 'ok' });
    askFor('deadline');
    await waitFor(() => expect(grants).toHaveLength(1));
    expect(grants[0]?.results).toEqual({ 'deadline-template': 'accept' });
  });

  it('asks nobody who is not signed in, and keeps nothing of who was', () => {
    endSession();
    expect(kept()).toEqual(nothingKept);
    askFor('deadline');
    expect(phone.consents).toEqual([]);
  });
});
