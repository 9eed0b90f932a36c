import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'

interface Span {
  startsAt: Date
  endsAt: Date
}

const cityOf = (timeZone: string) => timeZone.split('/').at(-1)!.replaceAll('_', ' ')

/** The times of a shift by the rotation's clock, with the place; null where the reader's clock says the same. */
export function theirSpan({ startsAt, endsAt }: Span, timeZone: string, reader: Reader): string | null {
  const theirs = reader.span(startsAt, endsAt, timeZone)
  if (theirs === reader.span(startsAt, endsAt)) return null
  return reader.say(frameTexts).theirTime(theirs, cityOf(timeZone))
}

/** "09:00–13:00", for machines too, with the rotation's own times where they differ. */
export function Times({ span, timeZone, reader }: { span: Span; timeZone?: string; reader: Reader }) {
  const theirs = timeZone === undefined ? null : theirSpan(span, timeZone, reader)
  return (
    <span>
      <time dateTime={span.startsAt.toISOString()} class="nowrap">
        {reader.span(span.startsAt, span.endsAt)}
      </time>
      {theirs && <span class="soft"> · {theirs}</span>}
    </span>
  )
}

/** A day as a leaf of a calendar. The words are for those who hear the page. */
export function DateTile({ at, reader }: { at: Date; reader: Reader }) {
  const onDay = reader.dateOf(at)
  return (
    <span class="date-tile">
      <span aria-hidden="true">{reader.date(onDay, 'weekdayShort')}</span>
      <strong aria-hidden="true">{Number(onDay.slice(8))}</strong>
      <span aria-hidden="true">{reader.date(onDay, 'monthShort')}</span>
      <span class="visually-hidden">{reader.day(at)}</span>
    </span>
  )
}
