import type { Slot } from '../../../rotations/rotation-fields.ts'
import { DateField } from '../../components/field.tsx'
import { Ticks } from '../../components/ticks.tsx'
import type { Reader } from '../../reader.ts'
import { rotationEditorTexts } from '../../texts/rotation-editor.ts'
import { linesOf, type PatternLine } from './pattern.tsx'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const EMPTY: PatternLine = { startsAt: '', endsAt: '', weekdays: [] }

/** The week as lines to fill in; one more than there are. */
export function PatternLines({ slots, reader }: { slots: readonly Slot[]; reader: Reader }) {
  const texts = reader.say(rotationEditorTexts)
  const weekdays = WEEKDAYS.map((day) => ({
    value: String(day),
    label: reader.date(`2024-01-0${day}`, 'weekdayShort')
  }))
  return (
    <div class="stack-s">
      {[...linesOf(slots), EMPTY].map(({ startsAt, endsAt, weekdays: days }, line) => {
        const field = { kind: 'time' as const, optional: '' }
        return (
          <div key={`line-${line + 1}`} class="pattern-line">
            <DateField
              {...field}
              id={`starts-${line}`}
              name={`starts-${line}`}
              label={texts.starts(line + 1)}
              value={startsAt}
            />
            <DateField
              {...field}
              id={`ends-${line}`}
              name={`ends-${line}`}
              label={texts.ends(line + 1)}
              value={endsAt === '24:00' ? '00:00' : endsAt}
            />
            <Ticks
              name={`days-${line}`}
              label={texts.days(line + 1)}
              options={weekdays}
              ticked={days.map(String)}
              isLabelHidden
            />
          </div>
        )
      })}
      <small>{texts.emptyLine}</small>
    </div>
  )
}
