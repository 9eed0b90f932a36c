import { LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import type { Reader } from '../../reader.ts'
import { servedTexts } from '../../texts/served.ts'
import type { OwedLearning } from './view.ts'

/** The shifts of which it is not said yet how they went, under way or over; nothing where there is none. */
export function ToAnswer({ shifts, reader }: { shifts: readonly OwedLearning[]; reader: Reader }) {
  const texts = reader.say(servedTexts)
  if (shifts.length === 0) return null
  return (
    <Card id="served" title={texts.title} hint={texts.todayHint}>
      <ul class="rows">
        {shifts.map((shift) => (
          <ShiftLine
            key={shift.shiftId}
            shift={shift}
            rotation={{ id: shift.rotationId, name: shift.rotationName }}
            reader={reader}
          >
            <LinkButton
              href={`/shifts/${shift.shiftId}/served`}
              tone="plain"
              about={reader.day(shift.startsAt)}
            >
              {texts.sayIt}
            </LinkButton>
          </ShiftLine>
        ))}
      </ul>
    </Card>
  )
}
