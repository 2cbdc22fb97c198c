import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from './clocks';
import { emulatedApp, startWechatEmulator } from './emulator';

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/** Every page of a compiled mini-program, as its app.json lists them. */
function pagesOf(appJson: string): string[] {
  const { pages, subPackages = [] } = JSON.parse(readFileSync(appJson, 'utf8')) as AppJson;
  const inPackages = subPackages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...pages, ...inPackages];
}

/** `--port N`, `--app-json FILE` (its pages count as released), `--push URL --push-token TOKEN`. */
async function main(): Promise<void> {
  if (process.env.NODE_ENV === 'production')
    throw new Error(
      'The WeChat emulator signs anybody in as anybody: it does not run when NODE_ENV=production',
    );
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9420' },
      'app-json': { type: 'string' },
      push: { type: 'string' },
      'push-token': { type: 'string', default: 'qihang' },
    },
  });
  const appJson = values['app-json'];
  const emulator = await startWechatEmulator({
    port: Number(values.port),
    clock: systemClock,
    publishedPages: appJson && existsSync(appJson) ? pagesOf(appJson) : [],
    ...(values.push ? { push: { url: values.push, token: values['push-token'] } } : {}),
  });
  console.log(`WeChat emulator: ${emulator.url}`);
  console.log(
    `Start the service with WECHAT_API_BASE=${emulator.url} WECHAT_APPID=${emulatedApp.appid} WECHAT_SECRET=${emulatedApp.secret}`,
  );
  console.log(`A code of wx.login: curl -d '{"openid":"o-anybody"}' ${emulator.url}/__ctl/login-code`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)));
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
