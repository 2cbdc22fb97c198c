import { focusManager, onlineManager, type Query } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { keepLoadingChunks } from './chunks';
import { dropKeptAnswers } from './kept-answers';
import { queryClient } from './query-client';
import { dressOutside } from './reading';
import { followCookie, useSession } from './session';
import { isH5, isWeapp } from './target';

const isMine = ({ queryKey }: Query) => queryKey[0] === 'me';

/** What one may do is part of every answer. */
const askAgain = () => queryClient.invalidateQueries({ predicate: (query) => !isMine(query) });

/** What one person was shown must not stay for the next, whichever way the session ended. */
function forgetAnswers() {
  dropKeptAnswers();
  queryClient.removeQueries({ predicate: isMine });
  // Once the pages know that nobody is signed in: what is only for the signed-in would be asked for once more, in vain.
  setTimeout(() => queryClient.resetQueries());
}

/** Ties the phone to the app, once at start: network and foreground for react-query, the reader's theme. */
export function startApp() {
  keepLoadingChunks();
  if (isWeapp) {
    onlineManager.setEventListener((setOnline) => {
      const listen: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => setOnline(isConnected);
      Taro.onNetworkStatusChange(listen);
      return () => Taro.offNetworkStatusChange(listen);
    });
    Taro.onAppShow(() => focusManager.setFocused(true));
    Taro.onAppHide(() => focusManager.setFocused(false));
  }
  if (isH5) document.addEventListener('visibilitychange', followCookie);
  useSession.subscribe((now, before) => {
    if (now.token === before.token) return;
    if (before.token === null) askAgain();
    else forgetAnswers();
  });
  dressOutside();
}
