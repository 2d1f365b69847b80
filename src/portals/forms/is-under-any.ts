import { isUnder } from '../index.ts';

/** One of the paths, or what goes on after a slash below one of them. */
export function isUnderAny(pathname: string, paths: readonly string[]): boolean {
  return paths.some((path) => isUnder(pathname, path));
}
