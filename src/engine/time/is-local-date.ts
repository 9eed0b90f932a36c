/**
 * Tells whether a text is a calendar date 'YYYY-MM-DD' that exists.
 *
 * @example
 * ['2028-02-29', '2027-02-29', '2027-2-1'].map(isLocalDate)
 * //=> [true, false, false]
 */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  // The parser rolls 30 February over into March, so the date must also come back as it went in.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
