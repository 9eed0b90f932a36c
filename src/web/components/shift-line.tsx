import type { ComponentChildren } from 'preact'
import type { Reader } from '../reader.ts'
import { hueOf } from './hue.ts'
import { DateTile, Times } from './when.tsx'

interface ShiftLineProps {
  shift: { shiftId: string; startsAt: Date; endsAt: Date }
  rotation: { id: string; name: string; timeZone?: string }
  reader: Reader
  /** More about it, under the times. */
  about?: ComponentChildren
  /** What takes the whole width under the line, such as a form to unfold. */
  below?: ComponentChildren
  /** What can be done with it, at the end of the line. */
  children?: ComponentChildren
}

/** A shift in a list: the day as a leaf, the times, the rotation, what can be done. */
export function ShiftLine({ shift, rotation, reader, about, below, children }: ShiftLineProps) {
  return (
    <li class={`shift-line hue-${hueOf(rotation.id)}`}>
      <a class="shift-link" href={`/shifts/${shift.shiftId}`}>
        <DateTile at={shift.startsAt} reader={reader} />
        <span class="main">
          <span class="strong">
            <Times span={shift} reader={reader} {...(rotation.timeZone && { timeZone: rotation.timeZone })} />
          </span>
          <span class="rotation-name">{rotation.name}</span>
          {about}
        </span>
      </a>
      {children && <div class="row">{children}</div>}
      {below && <div class="wide">{below}</div>}
    </li>
  )
}
