import { createRequire } from 'node:module';

/**
 * Loads a CommonJS package. For `import`, Node compiles a parser that looks for the package's exports: 8 MB and 50 ms in
 * every process, more than a report of three hundred pages takes.
 */
export const loadPackage = <Package>(name: string): Package => createRequire(import.meta.url)(name) as Package;
