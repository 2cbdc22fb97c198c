import { compileTemplates } from '../view/templates';
import type { GateContext } from './findings';

/** Tencent's wcc; throws with its message. */
interface WxmlCompiler {
  wxmlToJs(dist: string, options: { maxBuffer: number }): string;
}

/** Room for the generated code of all templates. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** WXML and WXS: what they import exists, and both of WeChat's compilers take them. */
export function checkTemplates({ pkg, error, warn }: GateContext): void {
  for (const file of pkg.files().filter((name) => name.endsWith('.wxml'))) {
    for (const [, reference = ''] of pkg
      .text(file)
      .matchAll(/<(?:import|include|wxs)\s[^>]*src="([^"]+)"/g)) {
      if (!pkg.has(pkg.resolve(file, reference))) error(`${file}: ${reference} does not exist`);
    }
  }
  const { wxmlToJs } = require('miniprogram-compiler') as WxmlCompiler;
  try {
    wxmlToJs(pkg.dist, { maxBuffer: MAX_OUTPUT });
  } catch (failure) {
    error(`wcc: ${oneLine(failure)}`);
  }
  try {
    for (const { file, line, level, message } of compileTemplates(pkg).problems) {
      const tell = level === 'Note' ? warn : error;
      tell(`glass-easel ${level}: ${file}:${line}: ${message}`);
    }
  } catch (failure) {
    error(`glass-easel: ${oneLine(failure)}`);
  }
}

/** Message of a failure without line breaks, cut to a readable length. */
export function oneLine(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
