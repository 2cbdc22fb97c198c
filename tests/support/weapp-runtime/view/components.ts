import type { Behavior, ComponentSpace, GeneralComponent } from 'glass-easel';
import type { Definition } from '../logic/modules';
import type { Realm } from '../logic/realm';
import { withAppEvents } from './events';

type Method = (...args: unknown[]) => unknown;

/** Constructors of the app's world do not equal ours, which glass-easel compares with. */
const TYPES: Record<string, unknown> = { String, Number, Boolean, Object, Array, Function };

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'];

/** What the runtime adds to each component instance before the app's own `created`. */
export type InstanceSetup = (instance: GeneralComponent) => void;

/**
 * Turns what the app passed to `Component` into a glass-easel definition: types replaced by ours, methods given
 * plain events, exceptions of lifetimes recorded.
 */
export function toComponentParams(
  space: ComponentSpace,
  realm: Realm,
  definition: Definition,
  setup: InstanceSetup,
) {
  const params = translate(space, realm, definition);
  const prepare = space.defineBehavior({
    lifetimes: {
      created() {
        setup(this as unknown as GeneralComponent);
      },
    },
  } as never);
  return { ...params, behaviors: [prepare, ...(params.behaviors as unknown[])] };
}

function translate(space: ComponentSpace, realm: Realm, definition: Definition): Record<string, unknown> {
  const behaviors = (definition.behaviors as (Definition | string)[] | undefined) ?? [];
  const lifetimes: Definition = {
    ...pick(definition, LIFETIMES),
    ...(definition.lifetimes as Definition | undefined),
  };
  return {
    ...definition,
    data: typeof definition.data === 'object' ? JSON.parse(JSON.stringify(definition.data)) : {},
    properties: mapValues(definition.properties, toProperty),
    methods: mapValues(definition.methods, (method) => withAppEvents(realm, method as Method)),
    lifetimes: mapValues(lifetimes, (hook, name) => guarded(realm, `component.${name}`, hook as Method)),
    pageLifetimes: mapValues(definition.pageLifetimes, (hook, name) =>
      guarded(realm, `component.pageLifetimes.${name}`, hook as Method),
    ),
    behaviors: behaviors
      .filter((behavior): behavior is Definition => typeof behavior === 'object')
      .map(
        (behavior) =>
          space.defineBehavior(translate(space, realm, behavior) as never) as Behavior<
            never,
            never,
            never,
            never
          >,
      ),
    ...Object.fromEntries(LIFETIMES.map((name) => [name, undefined])),
  };
}

function toProperty(property: unknown): unknown {
  if (typeof property === 'function') return TYPES[property.name];
  if (property === null || typeof property !== 'object') return property;
  const { type, optionalTypes, ...rest } = property as { type?: Method; optionalTypes?: Method[] };
  return {
    ...rest,
    type: type === undefined || type === null ? null : TYPES[type.name],
    ...(optionalTypes && { optionalTypes: optionalTypes.map((optional) => TYPES[optional.name]) }),
  };
}

function guarded(realm: Realm, where: string, hook: Method): Method {
  return function (this: unknown, ...args: unknown[]) {
    return realm.guard(where, () => hook.apply(this, args));
  };
}

function pick(source: Definition, names: string[]): Definition {
  return Object.fromEntries(
    names.filter((name) => typeof source[name] === 'function').map((name) => [name, source[name]]),
  );
}

function mapValues(source: unknown, map: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries((source ?? {}) as object).map(([key, value]) => [key, map(value, key)]),
  );
}
