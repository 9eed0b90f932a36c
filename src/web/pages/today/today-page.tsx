import type { Reader } from '../../reader.ts'
import { HandIn } from './hand-in.tsx'
import { HoursToConfirm, MyHours } from './my-hours.tsx'
import { Coming, NextShift } from './next-shift.tsx'
import { OnSupport } from './on-support.tsx'
import type { TodayView } from './view.ts'

interface TodayProps {
  view: TodayView
  reader: Reader
  /** What just happened, after a form was sent. */
  told: string | undefined
}

export function TodayPage({ view, reader, told }: TodayProps) {
  return (
    <>
      {told && (
        <p class="told" role="status">
          {told}
        </p>
      )}
      <NextShift view={view} reader={reader} />
      <div class="columns">
        <div class="stack">
          <HoursToConfirm proposed={view.proposed} reader={reader} />
          <HandIn owed={view.owedLearnings} reader={reader} />
        </div>
        <div class="stack">
          <MyHours balance={view.balance} reader={reader} />
          <OnSupport rotations={view.rotations} reader={reader} />
          <Coming shifts={view.coming} reader={reader} />
        </div>
      </div>
    </>
  )
}
