import { WeappPackage } from '../weapp-package';
import type { CheckName, GateContext, GateOptions, GateResult } from './findings';
import { checkOfficially } from './official';
import { checkScripts } from './scripts';
import { checkSizes } from './sizes';
import { checkStructure } from './structure';
import { checkStyles } from './styles';
import { checkTemplates } from './templates';

const CHECKS: Record<CheckName, (context: GateContext) => void | Promise<void>> = {
  structure: checkStructure,
  sizes: checkSizes,
  templates: checkTemplates,
  styles: checkStyles,
  scripts: checkScripts,
  official: checkOfficially,
};

/**
 * The static gate: whether WeChat would take a compiled mini-program, as far as Tencent's own compilers, typings and
 * schemas tell without an account. `dist` is the folder with app.json. Throws only when that is not one.
 */
export async function checkWeappBuild(dist: string, options: GateOptions): Promise<GateResult> {
  const result: GateResult = { errors: [], warnings: [], packages: [], apis: [] };
  const context: GateContext = {
    pkg: new WeappPackage(dist),
    options,
    result,
    error: (message) => result.errors.push(message),
    warn: (message) => result.warnings.push(message),
  };
  for (const name of options.checks ?? (Object.keys(CHECKS) as CheckName[])) await CHECKS[name](context);
  result.errors = [...new Set(result.errors)];
  result.warnings = [...new Set(result.warnings)];
  return result;
}
