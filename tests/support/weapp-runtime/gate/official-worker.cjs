// A process of its own for miniprogram-ci, which keeps timers and workers alive and writes into its working directory.
// usage: node official-worker.cjs <dist>; prints `{"message": string, "path"?: string}` as its last line on failure.
const ci = require('miniprogram-ci');

/** The account's limits that miniprogram-ci would ask WeChat for. */
const account = {
  platform: false,
  appType: 0,
  isSandbox: true,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxTabbarCount: 5,
    MinTabbarCount: 2,
    MaxTabbarIconSize: 40,
  },
};

async function check(projectPath) {
  const project = new ci.Project({
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath,
    privateKey: 'none',
    attr: async () => account,
  });
  await ci.getCompiledResult({ project, version: '0', setting: { es6: false, minify: false } });
}

check(process.argv[2]).then(
  () => process.exit(0),
  ({ message, path }) => {
    process.stdout.write(`\n${JSON.stringify({ message, path })}\n`, () => process.exit(1));
  },
);
