// A package manager that is ended by SIGTERM passes nothing on: what it runs would go on without it.
import { execFileSync } from 'node:child_process';

const everyMs = 1000;

function lookUp(pid) {
  const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [, parent, command] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
  return { parent: Number(parent), command };
}

// By its program and not by its words: a shell that was given `pnpm start` is no package manager.
const isManager = (command) => /^(npm|npx|pnpm)\b|^\S*node\S* \S*(npm|npx|pnpm)\b/.test(command);

const isShell = (command) => /^-?(\S*\/)?(ba|da|z)?sh\b/.test(command);

/**
 * The package managers above this script, and the shells between them; none where it was started without one, or nothing can be
 * told. What stands above those started them, and may end as it likes.
 */
function managersAbove() {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const above = [];
  let counted = 0;
  try {
    for (let pid = process.ppid; pid > 1; ) {
      const { parent, command } = lookUp(pid);
      if (command === undefined || !(isManager(command) || isShell(command))) break;
      above.push(pid);
      if (isManager(command)) counted = above.length;
      pid = parent;
    }
  } catch {
    // No `ps`, as in small containers.
  }
  return above.slice(0, counted);
}

const isThere = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === 'EPERM';
  }
};

/** Calls `stop` once the package manager that runs this script is gone, or a shell between them. */
export function whenOrphaned(stop) {
  const above = managersAbove();
  if (above.length === 0) return;
  const timer = setInterval(() => {
    if (above.every(isThere)) return;
    clearInterval(timer);
    stop();
  }, everyMs);
  timer.unref();
}
