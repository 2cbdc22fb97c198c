import * as z from 'zod';
import { suggestions } from './wechat';

// The successful replies, as far as something of ours reads them. What WeChat adds besides is its own business.

export const session = z.object({ openid: z.string().min(1) });

export const token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

const verdict = z.object({ suggest: z.enum(suggestions), label: z.number() });

export const textCheck = z.object({ result: verdict, trace_id: z.string() });

export const mediaCheck = z.object({ trace_id: z.string() });

export const urlLink = z.object({ url_link: z.url({ protocol: /^https$/ }) });

/** A number beyond 2^53 arrives as a string already, a small one does not. */
export const sent = z.object({ msgid: z.union([z.string(), z.number().transform(String)]).optional() });
