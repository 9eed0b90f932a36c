import { Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { BeforeYouBegin } from './before-you-begin.tsx'
import { Coming } from './coming.tsx'
import { HandIn } from './hand-in.tsx'
import { HoursToConfirm } from './hours-to-confirm.tsx'
import { MyHours } from './my-hours.tsx'
import { NextShift } from './next-shift.tsx'
import { OnSupport } from './on-support.tsx'
import { ToAnswer } from './to-answer.tsx'
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
      <Told text={told} />
      <NextShift view={view} reader={reader} />
      <div class="columns">
        <div class="stack">
          <HoursToConfirm proposed={view.proposed} reader={reader} />
          <HandIn owed={view.owedLearnings} reader={reader} />
          <BeforeYouBegin view={view} reader={reader} />
          <ToAnswer shifts={view.toAnswer} reader={reader} />
          <Coming shifts={view.coming} reader={reader} />
        </div>
        <div class="stack">
          <OnSupport rotations={view.rotations} reader={reader} />
          <MyHours balance={view.balance} reader={reader} />
        </div>
      </div>
    </>
  )
}
