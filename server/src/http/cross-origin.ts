import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config';

const day = 24 * 60 * 60;

/**
 * Lets pages of the listed origins call the API, with cookies. Without a list there is nothing to do: browsers keep pages of
 * other origins out by themselves.
 */
export async function allowOrigins(api: FastifyInstance, { corsOrigins }: Config): Promise<void> {
  if (corsOrigins.length === 0) return;
  const listed = new Set(corsOrigins);
  await api.register(cors, {
    // The origin itself, never `*`: an origin that is not listed gets no header at all.
    origin: (origin, decide) => decide(null, origin !== undefined && listed.has(origin) ? origin : false),
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id', 'Idempotent-Replayed'],
    maxAge: day,
  });
}
