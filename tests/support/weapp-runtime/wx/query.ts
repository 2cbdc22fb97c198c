import type { Element, GeneralComponent } from 'glass-easel';
import type { Realm } from '../logic/realm';
import type { ViewNode } from '../view/node';

/** Where a node is drawn, in CSS pixels of the window, and how far its content is scrolled. */
export interface Measure {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
  scrollLeft: number;
  scrollTop: number;
  scrollWidth: number;
  scrollHeight: number;
}

/** What the queries need of the page they ask about. `undefined` for `nodes` asks for the viewport. */
export interface QueryTarget {
  select(selector: string, scope?: GeneralComponent): Element[];
  measure(nodes: ViewNode[] | undefined): Promise<Measure[]>;
}

interface Question {
  selector: string | undefined;
  scope: GeneralComponent | undefined;
  all: boolean;
  pick: (measure: Measure, element: Element | undefined) => object;
  tell: ((result: unknown) => void) | undefined;
}

type Tell = (result: unknown) => void;

const RECT = ['left', 'top', 'right', 'bottom', 'width', 'height'] as const;
const SIZE = ['width', 'height'] as const;
const SCROLL = ['scrollLeft', 'scrollTop', 'scrollWidth', 'scrollHeight'] as const;

/** `wx.createSelectorQuery()` and `page.createSelectorQuery()`; only a screen can measure, else all is zero. */
export function selectorQuery(
  realm: Realm,
  current: () => QueryTarget,
  initialScope?: GeneralComponent,
): object {
  const questions: Question[] = [];
  let scope = initialScope;
  const node = (selector: string | undefined, all: boolean) => {
    const ask = (pick: Question['pick'], tell?: Tell) => {
      questions.push({ selector, all, pick, tell, scope });
      return query;
    };
    return {
      boundingClientRect: (tell?: Tell) =>
        ask((measure, element) => ({ ...named(element), ...only(measure, RECT) }), tell),
      scrollOffset: (tell?: Tell) =>
        ask((measure, element) => ({ ...named(element), ...only(measure, SCROLL) }), tell),
      fields: (fields: Record<string, boolean>, tell?: Tell) =>
        ask(
          (measure, element) => ({
            ...(fields.id && { id: element?.id ?? '' }),
            ...(fields.dataset && { dataset: element?.dataset ?? {} }),
            ...(fields.rect && only(measure, RECT)),
            ...(fields.size && only(measure, SIZE)),
            ...(fields.scrollOffset && only(measure, SCROLL)),
          }),
          tell,
        ),
    };
  };
  const query = {
    in(component: GeneralComponent) {
      scope = 'getShadowRoot' in component ? component : undefined;
      return query;
    },
    select: (selector: string) => node(selector, false),
    selectAll: (selector: string) => node(selector, true),
    selectViewport: () => node(undefined, false),
    exec(tell?: Tell) {
      void Promise.all(questions.map((question) => answer(current(), question))).then((results) => {
        const told = results.map((result) => realm.toApp(result));
        questions.forEach((question, index) => {
          if (question.tell) realm.guard('selectorQuery', () => question.tell?.(told[index]));
        });
        if (tell) realm.guard('selectorQuery', () => tell(realm.toApp(results)));
      });
      return query;
    },
  };
  return query;
}

async function answer(target: QueryTarget, { selector, scope, all, pick }: Question): Promise<unknown> {
  if (selector === undefined) {
    const [viewport] = await target.measure(undefined);
    return viewport ? pick(viewport, undefined) : null;
  }
  const elements = target.select(selector, scope).filter((element) => element.getBackendElement());
  const measures = await target.measure(elements.map((element) => element.getBackendElement() as ViewNode));
  const results = measures.map((measure, index) => pick(measure, elements[index]));
  return all ? results : (results[0] ?? null);
}

function named(element: Element | undefined): object {
  return { id: element?.id ?? '', dataset: element?.dataset ?? {} };
}

function only(measure: Measure, fields: readonly (keyof Measure)[]): object {
  return Object.fromEntries(fields.map((field) => [field, measure[field]]));
}
