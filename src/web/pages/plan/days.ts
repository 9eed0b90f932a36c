import { addDays } from '../../../engine/time/add-days.ts'
import type { Reader } from '../../reader.ts'

/** A half-open period as people say it, with its last day: "Mon 22 Mar – Sun 18 Apr". */
export const daysInWords = ({ fromOn, toOn }: { fromOn: string; toOn: string }, reader: Reader): string =>
  `${reader.date(fromOn, 'short')} – ${reader.date(addDays(toOn, -1), 'shortDated')}`
