/**
 * The address of the report for the help desk, about an error with this id if there was one. It asks
 * nothing of the browser: it is shown where something is broken.
 */
export function reportUrl(error?: string): string {
  const page = '/src/app/index.html#/informe';
  return error === undefined ? page : `${page}?error=${error}`;
}
