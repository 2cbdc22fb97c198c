import type { WeappPackage } from '../weapp-package';

/** What a build must keep to. */
export interface GateOptions {
  /** Oldest base library that the app admits; no younger API may be called. */
  baseLibrary: string;
  /** Edition of ECMAScript that the oldest engines parse. */
  ecma: 2015 | 2016 | 2017 | 2018 | 2019 | 2020;
  /** Budget of the project for the main package in KB (1024 bytes), below WeChat's own 2048. */
  mainPackageKB?: number;
  /** Runs only these checks; all by default. */
  checks?: CheckName[];
}

export type CheckName = 'structure' | 'sizes' | 'templates' | 'styles' | 'scripts' | 'official';

/** Bytes of a package as WeChat would upload it. `root` is '' for the main package. */
export interface PackageSize {
  root: string;
  bytes: number;
}

/** A `wx` API the build calls, the base library that brought it, and the files that call it. */
export interface ApiUse {
  name: string;
  since: string;
  files: string[];
}

export interface GateResult {
  errors: string[];
  warnings: string[];
  packages: PackageSize[];
  apis: ApiUse[];
}

/** What a check works on and adds to. */
export interface GateContext {
  pkg: WeappPackage;
  options: GateOptions;
  result: GateResult;
  error(message: string): void;
  warn(message: string): void;
}
