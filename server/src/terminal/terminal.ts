/** What a command line gives to work that takes a while. */
export interface Terminal {
  print(line: string): void;
  /** Rows done of all; shown apart from what is printed. */
  progress(done: number, of: number): void;
  /** Ctrl-C: what was begun is finished or taken back, and nothing more is begun. */
  signal: AbortSignal;
}

/** What a shell expects of a command that Ctrl-C ended. */
export const interrupted = 130;
