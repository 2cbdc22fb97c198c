/** What a person does with the app and sees of it, the same in a browser and in the mini-program. */
export interface Phone {
  /** Taps what carries just this text or label. */
  tap(what: string): Promise<void>;
  /** Taps the first thing that has these words among others. */
  tapPart(words: string): Promise<void>;
  /** Types into the field with this placeholder, replacing what it held. */
  type(placeholder: string, text: string): Promise<void>;
  /** Presses the keyboard's confirm key in that field. */
  confirm(placeholder: string): Promise<void>;
  /** Answers yes to the question that is open, whose button carries this word. */
  agree(word: string): Promise<void>;
  tab(name: '首页' | '招聘' | '问答' | '我的'): Promise<void>;
  back(): Promise<void>;
  /** Waits until the page shows the text. */
  see(text: string): Promise<void>;
  /** Waits until the page no longer shows it. */
  seeNot(text: string): Promise<void>;
  /** Waits for a message that passes by itself, shown now or since the last one heard. */
  hear(text: string): Promise<void>;
  /** Every word of the page, in reading order. */
  words(): Promise<string>;
  /** What was copied last. */
  copied(): Promise<string>;
  /** Everything that went wrong without being seen: exceptions, broken platform rules. */
  faults(): string[];
  close(): Promise<void>;
}
