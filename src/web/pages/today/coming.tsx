import type { MyShift } from '../../../shifts/read-my-shifts.ts'
import { Card } from '../../components/card.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import type { Reader } from '../../reader.ts'
import { todayTexts } from '../../texts/today.ts'

/** The shifts after the next one. */
export function Coming({ shifts, reader }: { shifts: MyShift[]; reader: Reader }) {
  if (shifts.length === 0) return null
  const texts = reader.say(todayTexts)
  return (
    <Card id="coming" title={texts.thenComing} end={<a href="/me/shifts">{texts.allMine}</a>}>
      <ul class="rows">
        {shifts.map(({ shift, startsAt, endsAt }) => (
          <ShiftLine
            key={shift.id}
            shift={{ shiftId: shift.id, startsAt, endsAt }}
            rotation={shift.rotation}
            reader={reader}
          />
        ))}
      </ul>
    </Card>
  )
}
