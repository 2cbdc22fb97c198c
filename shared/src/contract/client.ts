import {
  type Contract,
  type OutgoingFile,
  type Route,
  type RouteOutput,
  type RouteRequest,
  takesIdempotencyKey,
} from './route';

export interface TransportRequest {
  method: Route['method'];
  /** Below the API base, with parameters filled in and the query appended. */
  path: string;
  body?: unknown;
  /** The route takes an `Idempotency-Key`: a repeat with the same one is carried out once. */
  keyed?: boolean;
  /** The answer carries an ETag: a repeat that names it is answered 304 while nothing has changed. */
  tagged?: boolean;
  /** Sent as multipart/form-data in the field `file`. */
  file?: OutgoingFile;
}

/** Sends one request and gives the parsed body of a success; anything else it throws as its own error type. */
export type Transport = (request: TransportRequest) => Promise<unknown>;

/** One function a route: `client.detail({ params: { id } })`. */
export type Client<C extends Contract> = {
  [K in keyof C]: (request: RouteRequest<C[K]>) => Promise<RouteOutput<C[K]>>;
};

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

/** `city=深圳&city=广州`: a list becomes repeated keys; undefined is left out. */
export function queryString(query: Record<string, QueryValue> = {}): string {
  const pairs = Object.keys(query).flatMap((key) =>
    [query[key]]
      .flat()
      .flatMap((value) =>
        value === undefined ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`],
      ),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

interface AnyRequest {
  params?: Record<string, string>;
  query?: Record<string, QueryValue>;
  body?: unknown;
  file?: OutgoingFile;
}

/** Makes the typed client of a contract over any transport. */
export function createClient<C extends Contract>(contract: C, send: Transport): Client<C> {
  const calls = Object.entries(contract).map(([name, route]) => {
    const call = ({ params = {}, query, body, file }: AnyRequest) =>
      send({
        method: route.method,
        path:
          route.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? '')) +
          queryString(query),
        ...(takesIdempotencyKey(route) ? { keyed: true } : {}),
        ...(route.tagged ? { tagged: true } : {}),
        ...(body === undefined ? {} : { body }),
        ...(file === undefined ? {} : { file }),
      });
    return [name, call];
  });
  return Object.fromEntries(calls) as Client<C>;
}
