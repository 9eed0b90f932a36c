import type { Merge } from './standing-themes.ts'

/**
 * Lists a theme and all that are merged into it, directly or through others.
 *
 * @example
 * themesWithin('setup', [{ themeId: 'codes', intoId: 'pairing' }, { themeId: 'pairing', intoId: 'setup' }])
 * //=> ['setup', 'pairing', 'codes']
 */
export function themesWithin(themeId: string, merges: readonly Merge[]): string[] {
  const within = [themeId]
  for (const at of within) {
    for (const merge of merges) {
      if (merge.intoId === at && !within.includes(merge.themeId)) within.push(merge.themeId)
    }
  }
  return within
}
