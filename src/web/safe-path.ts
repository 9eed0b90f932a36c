const HERE = 'http://here'

/**
 * A path of ours to go back to; the first page for anything that might lead to another site. It comes back as a browser
 * would read it, so that nothing in it can end the header it is put into.
 */
export function safePath(path: string): string {
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(path, HERE)
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
