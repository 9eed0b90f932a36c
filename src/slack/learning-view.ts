import type { NewLearning } from '../learnings/submit-learning.ts'
import { handInTexts } from '../web/texts/hand-in.ts'
import { LEARNING_TYPES } from '../words.ts'
import { type Block, clip, escaped, MOST, plain, section, type View } from './blocks.ts'
import type { Person } from './person.ts'

/** By which a form that comes back is known. */
export const LEARNING_FORM = 'learning'
/** Slack's own bound of a text field. */
const MOST_LETTERS = 3000
const TITLE = 24

/** What somebody has written, as far as they have. */
export type Written = Partial<NewLearning>

export interface LearningForm {
  shiftId: string
  areas: readonly { id: string; name: string }[]
  written?: Written
  /** What stood in the way of the form before this one. */
  problem?: string
}

/** The form for one point heard on a shift. Names of fields are those of the use case. */
export function learningView(
  { reader, texts }: Person,
  { shiftId, areas, written = {}, problem }: LearningForm
): View {
  const words = reader.say(handInTexts)
  const types = LEARNING_TYPES.map((type) => optionOf(words.types[type], type))
  const offered = areas.slice(0, MOST.options).map(({ id, name }) => optionOf(name, id))
  return {
    type: 'modal',
    callback_id: LEARNING_FORM,
    private_metadata: JSON.stringify({ shiftId }),
    title: plain(words.handIn, TITLE),
    submit: plain(words.send, TITLE),
    close: plain(texts.cancel, TITLE),
    blocks: [
      ...(problem === undefined ? [] : [section(`⚠️ ${escaped(problem)}`)]),
      choice('type', words.type, types, written.type),
      writing('triedTo', words.triedTo, { most: 1000, text: written.triedTo }),
      writing('obstacle', words.obstacle, { most: 2000, text: written.obstacle }),
      ...maybe(
        writing('customerWords', words.customerWords, { most: MOST_LETTERS, text: written.customerWords }),
        words.customerWordsHint
      ),
      counting('timesThisShift', words.timesThisShift, {
        least: 1,
        most: 1000,
        first: written.timesThisShift ?? 1
      }),
      counting('minutesLost', words.minutesLost, { least: 0, most: 10_000, first: written.minutesLost ?? 0 }),
      ...(offered.length > 0 ? maybe(choice('areaId', texts.area, offered, written.areaId)) : []),
      ...maybe(writing('ticketUrl', words.ticketUrl, { most: 2000, text: written.ticketUrl, isLine: true })),
      ...maybe(writing('action', words.action, { most: 2000, text: written.action })),
      ...maybe(
        input('canFix', texts.canFix, { type: 'checkboxes', options: [optionOf(texts.canFix, 'yes')] })
      )
    ]
  }
}

/** A view that only says something. */
export function sayingView({ reader, texts }: Person, ...sentences: string[]): View {
  return {
    type: 'modal',
    title: plain(reader.say(handInTexts).handIn, TITLE),
    close: plain(texts.close, TITLE),
    blocks: sentences.map((sentence) => section(escaped(sentence)))
  }
}

const optionOf = (text: string, value: string) => ({ text: plain(text, MOST.optionText), value })

const input = (field: string, label: string, element: Record<string, unknown>): Block => ({
  type: 'input',
  block_id: field,
  label: plain(label, 150),
  element: { action_id: 'value', ...element }
})

const maybe = (block: Block, hint?: string): Block[] => [
  { ...block, optional: true, ...(hint !== undefined && { hint: plain(hint, 150) }) }
]

function choice(
  field: string,
  label: string,
  options: ReturnType<typeof optionOf>[],
  chosen?: string
): Block {
  const first = options.find(({ value }) => value === chosen)
  return input(field, label, { type: 'static_select', options, ...(first && { initial_option: first }) })
}

const writing = (
  field: string,
  label: string,
  { most, text, isLine = false }: { most: number; text: string | undefined; isLine?: boolean }
): Block =>
  input(field, label, {
    ...{ type: 'plain_text_input', multiline: !isLine, max_length: most },
    ...(text && { initial_value: clip(text, most) })
  })

const counting = (
  field: string,
  label: string,
  { least, most, first }: { least: number; most: number; first: number }
) =>
  input(field, label, {
    ...{ type: 'number_input', is_decimal_allowed: false },
    ...{ min_value: String(least), max_value: String(most), initial_value: String(first) }
  })
