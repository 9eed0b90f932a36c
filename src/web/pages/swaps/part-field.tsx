import { partsOf } from '../../../engine/swap/parts-of.ts'
import { Field } from '../../components/field.tsx'
import type { Reader } from '../../reader.ts'
import { takersTexts } from '../../texts/takers.ts'

interface Props {
  id: string
  seat: { startsAt: Date; endsAt: Date }
  reader: Reader
}

/** How much of a seat is to be taken over: all of it unless somebody chooses. */
export function PartField({ id, seat, reader }: Props) {
  const texts = reader.say(takersTexts)
  const parts = partsOf(seat)
  if (parts.length === 0) return null
  const isFirst = (part: { startsAt: Date }) => +part.startsAt === +seat.startsAt
  const options = (wanted: boolean) =>
    parts
      .filter((part) => isFirst(part) === wanted)
      .map(({ startsAt, endsAt }) => (
        <option key={`${+startsAt} ${+endsAt}`} value={`${startsAt.toISOString()}/${endsAt.toISOString()}`}>
          {reader.span(startsAt, endsAt)}
        </option>
      ))
  return (
    <Field id={id} label={texts.howMuch} hint={texts.partHint}>
      {(described) => (
        <select id={id} name="part" {...described}>
          <option value="" selected>
            {texts.allOfIt(reader.span(seat.startsAt, seat.endsAt))}
          </option>
          <optgroup label={texts.fromStart}>{options(true)}</optgroup>
          <optgroup label={texts.toEnd}>{options(false)}</optgroup>
        </select>
      )}
    </Field>
  )
}
