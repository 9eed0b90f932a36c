import { groupBy } from '../../../engine/facts/group-by.ts'
import { startOfIsoWeek } from '../../../engine/time/start-of-iso-week.ts'
import type { PreviewedShift } from '../../../rotations/preview-rotation.ts'
import type { Reader } from '../../reader.ts'
import { rotationEditorTexts } from '../../texts/rotation-editor.ts'

const timeIn = (localMoment: string) => localMoment.slice(11)

/** Shifts to come by week, in the rotation's own times; holidays are named, and crossed out where nothing runs. */
export function ShiftWeeks({ shifts, reader }: { shifts: readonly PreviewedShift[]; reader: Reader }) {
  const texts = reader.say(rotationEditorTexts)
  const weeks = groupBy(shifts, ({ onDay }) => startOfIsoWeek(onDay))
  if (shifts.length === 0) return <p class="soft">{texts.none}</p>
  return (
    <ol class="weeks">
      {[...weeks].map(([monday, days]) => (
        <li key={monday}>
          <h3 class="small">{texts.weekOf(reader.week(monday))}</h3>
          <ul class="slots">
            {days.map(({ onDay, localStart, localEnd, isHoliday, isSkipped }) => (
              <li key={localStart} class={isSkipped ? 'skipped' : undefined}>
                <span class="sentence">{reader.date(onDay, 'short')}</span>{' '}
                {isSkipped ? (
                  <s>
                    {timeIn(localStart)}–{timeIn(localEnd)}
                  </s>
                ) : (
                  <span class="nowrap">
                    {timeIn(localStart)}–{timeIn(localEnd)}
                  </span>
                )}
                {isHoliday && <span class="warm"> {texts.holiday}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
