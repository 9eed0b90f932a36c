import { nameOf } from '../../directory/csv/read-header.ts'
import { ActivityMapNotValid } from '../errors.ts'
import { ACTIVITY_FIELDS, type ActivityField } from './help-desks.ts'

export type ColumnMap = Partial<Record<ActivityField, string>>

/**
 * Reads which columns hold what, as people write it: `person=Agent e-mail,at=Replied at`.
 *
 * @throws {ActivityMapNotValid}
 */
export function readMap(text: string | undefined): ColumnMap {
  const map: ColumnMap = {}
  for (const part of (text ?? '').split(',').filter((piece) => piece.trim() !== '')) {
    const [name = '', ...column] = part.split('=')
    const field = ACTIVITY_FIELDS.find((known) => known === name.trim().toLowerCase())
    const heading = nameOf(column.join('='))
    if (!field || heading === '' || map[field]) {
      throw new ActivityMapNotValid({ part: part.trim().slice(0, 80), fields: ACTIVITY_FIELDS })
    }
    map[field] = heading
  }
  return map
}
