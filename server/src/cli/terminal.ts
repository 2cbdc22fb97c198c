import type { Terminal } from '../terminal/terminal';

interface Stream {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Rows done of all: one line that counts on a screen, a line every tenth in a log. */
export function progressOn(stream: Stream): { show: Terminal['progress']; end(): void } {
  let lastTenth = 0;
  let open = false;
  return {
    show(done, of) {
      const words = `已处理 ${done}/${of} 行`;
      const tenth = of === 0 ? 10 : Math.floor((done / of) * 10);
      if (stream.isTTY) stream.write(`\r${words}`);
      else if (tenth > lastTenth) stream.write(`${words}\n`);
      open = stream.isTTY === true;
      lastTenth = tenth;
    },
    end() {
      if (open) stream.write('\n');
      open = false;
    },
  };
}

/**
 * Runs work at the terminal: lines on stdout, progress on stderr, and a signal that the first Ctrl-C raises. The second one
 * ends the process at once; what a transaction was about to write is then taken back.
 */
export async function atTerminal<T>(work: (terminal: Terminal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const progress = progressOn(process.stderr);
  const onInterrupt = () => {
    progress.end();
    process.stderr.write('正在停下，写完手上的这一批……\n');
    stop.abort();
  };
  process.once('SIGINT', onInterrupt);
  try {
    return await work({
      print(line) {
        progress.end();
        console.log(line);
      },
      progress: progress.show,
      signal: stop.signal,
    });
  } finally {
    progress.end();
    process.off('SIGINT', onInterrupt);
  }
}
