import { buddyOf } from '../../shifts/buddy-of.ts'
import type { Locale } from '../../words.ts'
import type { PartButton } from '../buttons.ts'
import { type KindRule, PLACES, ruleOf } from '../kinds.ts'
import type { MessagePart } from '../post.ts'
import type { CommonTexts } from '../texts/en/common.ts'
import type { Kind } from '../texts/english.ts'
import { TEXTS } from '../texts/texts.ts'
import { formatsFor } from './formats.ts'
import { isStale } from './is-stale.ts'
import type { NoticeFacts, Standing } from './read-standing.ts'
import { sinceThen } from './since-then.ts'
import { type Reading, toldOf } from './told.ts'

export interface NoticeReader {
  employeeId: string
  locale: Locale
  timeZone: string
}

export interface Rendered extends MessagePart {
  isStale: boolean
}

/**
 * Writes a notice for its reader, in their language and by their clock, from its facts and the state of things now. A
 * kind that this version does not know still says that something has changed and where to look.
 */
export function renderNotice(notice: NoticeFacts, reader: NoticeReader, standing: Standing): Rendered {
  const { common, kinds } = TEXTS[reader.locale]
  const formats = formatsFor(reader.locale, reader.timeZone, common)
  const rule = ruleOf(notice.kind)
  if (!rule) {
    const unknown = { title: common.unknownTitle, body: [], act: common.acts.open, link: PLACES.inbox }
    return { ...unknown, buttons: [], isStale: false }
  }
  const digest = standing.digests.get(String(notice.facts.digestId))
  const shift = standing.shifts.get(String(notice.facts.shiftId))
  const reading: Reading = {
    ...{ readerId: reader.employeeId, formats, common },
    zoneOf: ({ shiftId, rotationId }) =>
      standing.shifts.get(String(shiftId))?.rotationZone ?? standing.zones.get(String(rotationId)),
    buddy: (shift && buddyOf(shift.people, reader.employeeId)?.name) ?? '',
    queue: shift?.queueUrl ?? ''
  }
  const { title, body } = kinds[notice.kind as Kind](toldOf({ ...notice.facts, ...digest }, reading))
  const stale = isStale(notice, standing)
  const added = stale ? [common.over] : sinceThen(notice, standing, { formats, common })
  return {
    title,
    body: [...body.flatMap(filled), ...added],
    act: common.acts[rule.act],
    link: linkOf(notice, rule),
    buttons: stale ? [] : buttonsOf(notice, rule, common),
    isStale: stale
  }
}

function linkOf({ facts }: NoticeFacts, { isOfShift, place }: KindRule): string {
  const shifts = Array.isArray(facts.shifts) ? (facts.shifts as { shiftId?: unknown }[]) : [facts]
  const ids = new Set(shifts.map(({ shiftId }) => shiftId))
  const [id] = ids
  return isOfShift && ids.size === 1 && typeof id === 'string' ? `/shifts/${id}` : PLACES[place]
}

function buttonsOf({ facts }: NoticeFacts, { buttons = [] }: KindRule, common: CommonTexts): PartButton[] {
  return buttons.flatMap(({ act, about }) => {
    const id = facts[about]
    return typeof id === 'string' ? [{ act, label: common.buttons[act], about: id }] : []
  })
}

function filled(part: string | readonly string[]): (string | string[])[] {
  if (typeof part === 'string') return part === '' ? [] : [part]
  const lines = part.filter((line) => line !== '')
  return lines.length > 0 ? [lines] : []
}

/** The body as plain text: paragraphs apart, lists with dashes. */
export function plainText(body: Rendered['body']): string {
  return body
    .map((part) => (typeof part === 'string' ? part : part.map((line) => `- ${line}`).join('\n')))
    .join('\n\n')
}
