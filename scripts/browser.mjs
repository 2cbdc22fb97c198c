// Finds a Chromium for the tests that look at real pages, and installs one where the system's packages allow it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const hasChineseFont = () =>
  process.platform !== 'linux' ||
  spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim() !== '';

function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no program at ${named}`);
  return named ?? candidates.find((path) => existsSync(path));
}

function install() {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args];
    execFileSync(command, rest, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig');
}

/** Path of a Chromium that can draw Chinese. Throws where there is none and none can be installed. */
export function ensureBrowser() {
  if (!findBrowser() || !hasChineseFont()) {
    console.log('The tests look at real pages: installing Chromium and a Chinese font …');
    try {
      install();
    } catch (error) {
      throw new Error(
        `Chromium and a Chinese font are needed (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH. ${error.message}`,
      );
    }
  }
  const found = findBrowser();
  if (!found) throw new Error('Chromium was installed but cannot be found: set CHROMIUM_PATH');
  return found;
}
