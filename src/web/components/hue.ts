const HUES = 6

export type Hue = 1 | 2 | 3 | 4 | 5 | 6

/** One of six colours for a rotation, team or person; the same id has the same one on every page. */
export function hueOf(id: string): Hue {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)!) % 9973
  return ((sum % HUES) + 1) as Hue
}
