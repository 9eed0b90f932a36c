import { addDays } from '../../../engine/time/add-days.ts'
import type { Reader } from '../../reader.ts'

/** A half-open period as people say it, with its last day and the year: "Mon 22 Mar – Sun 18 Apr 2027". */
export function daysInWords({ fromOn, toOn }: { fromOn: string; toOn: string }, reader: Reader): string {
  const lastOn = addDays(toOn, -1)
  const isOfOneYear = fromOn.slice(0, 4) === lastOn.slice(0, 4)
  return `${reader.date(fromOn, isOfOneYear ? 'short' : 'shortDated')} – ${reader.date(lastOn, 'shortDated')}`
}
