import { TmplGroup } from 'glass-easel-template-compiler';
import type { WeappPackage } from '../weapp-package';

/** A finding of glass-easel's WXML compiler. `level` is Note, Warn, Error or Fatal; `line` counts from 1. */
export interface TemplateProblem {
  file: string;
  line: number;
  level: string;
  message: string;
}

type TemplateContent = (name: string) => never;

/** All WXML and WXS of a package, compiled together because templates import one another. */
export interface CompiledTemplates {
  /** route or component path → what glass-easel takes as `template.content` */
  contents: Record<string, TemplateContent>;
  problems: TemplateProblem[];
}

interface RawProblem {
  startLine: number;
  level: string;
  message: string;
}

export function compileTemplates(pkg: WeappPackage): CompiledTemplates {
  const group = new TmplGroup();
  const problems: TemplateProblem[] = [];
  for (const file of pkg.files()) {
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), pkg.text(file));
    if (!file.endsWith('.wxml')) continue;
    const raw = group.addTmpl(file.slice(0, -'.wxml'.length), pkg.text(file)) as RawProblem[];
    problems.push(
      ...raw.map(({ startLine, level, message }) => ({ file, line: startLine + 1, level, message })),
    );
  }
  const source = group.getTmplGenObjectGroups();
  group.free();
  return { contents: new Function(`return ${source}`)() as Record<string, TemplateContent>, problems };
}
