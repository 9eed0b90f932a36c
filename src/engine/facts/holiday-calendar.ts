/**
 * Names the calendar of public holidays and company days that holds for a place: the country, or a region of it.
 *
 * @example
 * holidayCalendarOf({ country: 'DE', region: 'BY' })
 * //=> 'DE-BY'
 * holidayCalendarOf({ country: 'NO' })
 * //=> 'NO'
 */
export function holidayCalendarOf({ country, region }: { country: string; region?: string | null }): string {
  return region ? `${country}-${region}` : country
}
