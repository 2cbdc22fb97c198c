import { type Algorithm, hash, verify } from '@node-rs/argon2';

// OWASP's Password Storage Cheat Sheet: argon2id with 19 MiB, two passes and one lane is its least; a hash carries its own
// parameters, so that raising these leaves old passwords good.
const parameters = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

// The same word typed on two keyboards is the same password (NIST SP 800-63B, 3.1.1.2).
const normal = (password: string): string => password.normalize('NFKC');

/** A PHC string (`$argon2id$v=19$…`) with a salt of its own; about 30 ms on a thread beside the event loop. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), parameters);

/** True when `hashed` was made of this password; takes the same time for every answer. */
export const verifyPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, normal(password));
