/** A path of ours to go back to; the first page for anything that might lead to another site. */
export function safePath(path: string): string {
  const isOurs = URL.canParse(path, 'http://here') && new URL(path, 'http://here').origin === 'http://here'
  return isOurs && /^\/(?![/\\])/.test(path) ? path : '/'
}
