import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const children = new Set();
/** The signal that ends this script, once one came. */
let ending;

function passOn(signal) {
  ending ??= signal;
  if (children.size === 0) process.exit(128 + constants.signals[signal]);
  for (const child of children) child.kill(signal);
}

/** Starts a command in `cwd` with our output. Signals are passed on to it, and this script ends after it. */
export function start(command, args, { cwd, env = {} } = {}) {
  if (children.size === 0) for (const signal of signals) process.on(signal, passOn);
  const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  children.add(child);
  const gone = () => {
    children.delete(child);
    if (children.size === 0) for (const signal of signals) process.off(signal, passOn);
  };
  child.once('error', gone);
  child.once('exit', gone);
  return child;
}

/** Passes a signal to all that was started. */
export function stopAll(signal) {
  for (const child of children) child.kill(signal);
}

/** Exit code for a child that ended so, as a shell would give it. */
export const codeOf = (code, signal) => code ?? 128 + constants.signals[signal];

/** Runs a command; rejects when it fails. Ends this script when a signal ended the command. */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (ending) process.exit(codeOf(code, signal) || 128 + constants.signals[ending]);
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`));
    });
  });
}
