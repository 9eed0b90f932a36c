import { createHash } from 'node:crypto'
import type { DayShift } from '../shifts/read-day.ts'
import { type Reader, readerOf } from '../web/reader.ts'
import { escaped, plain, section } from './blocks.ts'
import type { TellingRotation } from './queries/day-posts.ts'
import type { SlackMessage } from './slack-api.ts'
import { slackTexts } from './texts.ts'

/** Shifts in one block: well within what Slack takes of a text. */
const PER_BLOCK = 12

/** Who is on, for a channel: in its language and by the rotation's clock, names and nothing else of anybody. */
export function dayMessage(
  rotation: TellingRotation,
  onDay: string,
  shifts: readonly DayShift[]
): SlackMessage {
  const reader = readerOf(rotation.locale, rotation.timeZone)
  const texts = reader.say(slackTexts)
  const title = texts.onToday(rotation.name, reader.date(onDay))
  const lines = shifts.map((shift) => lineOf(shift, reader))
  const parts = Array.from({ length: Math.ceil(lines.length / PER_BLOCK) }, (_, part) =>
    lines.slice(part * PER_BLOCK, (part + 1) * PER_BLOCK).join('\n')
  )
  const blocks = (parts.length > 0 ? parts : [escaped(texts.offToday)]).map(section)
  return { text: escaped(title), blocks: [{ type: 'header', text: plain(title, 150) }, ...blocks] }
}

function lineOf({ startsAt, endsAt, people, openSeats }: DayShift, reader: Reader): string {
  const texts = reader.say(slackTexts)
  const names = people.map((seat) => {
    const isWhole = +seat.startsAt === +startsAt && +seat.endsAt === +endsAt
    return isWhole ? seat.name : `${seat.name} (${reader.span(seat.startsAt, seat.endsAt)})`
  })
  const all = [...names, ...(openSeats > 0 ? [texts.open(openSeats)] : [])]
  return `• ${reader.span(startsAt, endsAt)}: ${escaped(all.join(', ') || texts.nobodyOn)}`
}

/** By which it is known whether a message still says what is true. */
export const hashOf = (message: SlackMessage): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('hex')
