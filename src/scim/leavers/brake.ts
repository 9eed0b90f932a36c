/** Minutes in which leavers are counted together. */
export const BRAKE_MINUTES = 10
/** So many may always go at once, however small the company is. */
export const ALWAYS_AT_ONCE = 5

export interface BrakeFacts {
  /** Other people who ended within the last ten minutes. */
  leftBefore: number
  /** Active people, with those who ended within the last ten minutes. */
  companySize: number
  /** People who wait for an administrator's decision. */
  held: number
}

/**
 * Whether one leaver more is held: more than a tenth of the company, and more than five people, within ten minutes is a
 * mistake at the identity provider more often than not. Once somebody is held, everybody is until an administrator has
 * decided about all of them: what goes on slowly is the same mistake.
 *
 * @example
 * isHeld({ leftBefore: 9, companySize: 100, held: 0 })
 * //=> false
 * isHeld({ leftBefore: 10, companySize: 100, held: 0 })
 * //=> true
 */
export function isHeld({ leftBefore, companySize, held }: BrakeFacts): boolean {
  const leaving = leftBefore + 1
  return held > 0 || (leaving > ALWAYS_AT_ONCE && leaving * 10 > companySize)
}
