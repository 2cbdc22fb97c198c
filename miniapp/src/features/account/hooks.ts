import { createClient } from '@qihang/shared/contract/client';
import { type Me, sessionContract } from '@qihang/shared/session/contract';
import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asApiError } from '@/platform/api-error';
import { dropKeptAnswers } from '@/platform/kept-answers';
import { beginSession, endSession, useSession } from '@/platform/session';
import { transport } from '@/platform/transport';
import { wechatCode } from '@/platform/wechat-sign-in';

const api = createClient(sessionContract, transport);
const meKey = ['me'];

/** The signed-in person; undefined for visitors. */
export function useMe() {
  const signedIn = useSession(({ token }) => token !== null);
  return useQuery({
    queryKey: meKey,
    queryFn: () => api.me({}),
    enabled: signedIn,
    meta: { keep: true },
  });
}

type Session = Awaited<ReturnType<typeof api.demo>>;

function useSignIn<Input>(signIn: (input: Input) => Promise<Session>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: ({ user, ...session }) => {
      beginSession(session);
      client.setQueryData<Me>(meKey, user);
      // What one may do is part of every answer.
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });
}

export const useDemoSignIn = () => useSignIn((account: DemoAccount) => api.demo({ body: { account } }));

const signInWithWechat = async () => api.wechat({ body: { code: await wechatCode() } });

/** Signs in with WeChat; a code that lost its use on the way is replaced once without a word. */
export const useWechatSignIn = () =>
  useSignIn<void>(() =>
    signInWithWechat().catch((error) => {
      if (asApiError(error).code !== 'session.wechat-code') throw error;
      return signInWithWechat();
    }),
  );

/** Signs out here even if the server cannot be told: the phone keeps nothing of the person. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.end({}),
    onSettled: () => {
      endSession();
      dropKeptAnswers();
      client.removeQueries({ queryKey: meKey });
      // Once the pages know that nobody is signed in: what is only for the signed-in would be asked for once more, in vain.
      setTimeout(() => client.resetQueries());
    },
  });
}

type ProfileChange = Parameters<typeof api.updateProfile>[0]['body'];

export function useUpdateProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileChange) => api.updateProfile({ body }),
    onSuccess: (me) => {
      client.setQueryData<Me>(meKey, me);
      // How jobs match is part of every answer.
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
    },
  });
}
