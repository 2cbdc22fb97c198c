import { boardColours, boardKinds } from '@qihang/shared/boards/vocabulary';
import { reviewPolicies } from '@qihang/shared/content/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import type { Kit } from '../../db/kit/pg';

export function boardTables({ table, str, int, bool, oneOf, json }: Kit) {
  const boards = table('boards', {
    slug: str().primaryKey(),
    name: str().notNull(),
    kind: oneOf(boardKinds).notNull(),
    /** Place in the navigation, ascending. */
    position: int().notNull(),
    /** A board that is off answers 404 and is gone from navigation and search. */
    enabled: bool().notNull().default(true),
    /** Roles that may post; on a thread board everybody verified asks, and these moderate. */
    postRoles: json<Role[]>().notNull(),
    /** What is posted here names where it comes from. */
    sourceRequired: bool().notNull().default(false),
    /** An article here is about a person, who has consented to it. */
    consentRequired: bool().notNull().default(false),
    /** Who checks a piece before readers see it. */
    review: oneOf(reviewPolicies).notNull().default('direct'),
    /** Its pinned pieces lead the home page. */
    strip: bool().notNull().default(false),
    /** The colour of its tile. */
    colour: oneOf(boardColours).notNull().default('teal'),
  });
  return { boards };
}

export type BoardTables = ReturnType<typeof boardTables>;

declare module '../../db/types' {
  interface Tables extends BoardTables {}
}
