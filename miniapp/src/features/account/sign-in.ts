import type { Me } from '@qihang/shared/session/contract';
import type { DemoAccount } from '@qihang/shared/session/vocabulary';
import type { RosterClaim } from '@qihang/shared/verification/fields';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { meKey, sessionApi } from '@/common/account/me';
import { asApiError } from '@/platform/api-error';
import { beginSession, endSession, endsAlone } from '@/platform/session';
import { wechatCode } from '@/platform/wechat-sign-in';

type Opened = Awaited<ReturnType<typeof sessionApi.demo>>;

function useSignIn<Input>(signIn: (input: Input) => Promise<Opened>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: Input) => {
      const { user, ...session } = await signIn(input);
      client.setQueryData<Me>(meKey, user);
      beginSession(session);
      return user;
    },
  });
}

export const useDemoSignIn = () =>
  useSignIn((account: DemoAccount) => sessionApi.demo({ body: { account } }));

export const usePasswordSignIn = () =>
  useSignIn((body: { studentNo: string; password: string }) => sessionApi.password({ body }));

/** Makes the account of whoever the roster knows, and signs in. */
export const useActivation = () =>
  useSignIn((body: RosterClaim & { password: string }) => sessionApi.activate({ body }));

const signInWithWechat = async () => sessionApi.wechat({ body: { code: await wechatCode() } });

/** Signs in with WeChat; a code that lost its use on the way is replaced once without a word. */
export const useWechatSignIn = () =>
  useSignIn<void>(() =>
    signInWithWechat().catch((error) => {
      if (asApiError(error).code !== 'session.wechat-code') throw error;
      return signInWithWechat();
    }),
  );

/**
 * A phone that holds its own token drops it even if the server cannot be told; a browser's cookie is the server's to take
 * away, and whoever leaves a shared computer must know that it is still there.
 */
function useEnd(end: () => Promise<undefined>) {
  return useMutation({
    mutationFn: () =>
      end().catch((error) => {
        if (asApiError(error).code === 'network' && !endsAlone) throw error;
      }),
    onSuccess: endSession,
  });
}

export const useSignOut = () => useEnd(() => sessionApi.end({}));
