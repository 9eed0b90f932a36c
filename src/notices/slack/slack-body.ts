import {
  actions,
  type Block,
  button,
  clip,
  context,
  escaped,
  link,
  MOST,
  section
} from '../../slack/blocks.ts'
import type { SlackMessage } from '../../slack/slack-api.ts'
import { NOTICE_SETTINGS } from '../kinds.ts'
import type { Message, MessagePart } from '../post.ts'
import { plainText } from '../render/render-notice.ts'

/** Two blocks for each notice, and one for what stands below. */
const MOST_WHOLE = Math.floor((MOST.blocks - 2) / 2)
/** Where there are more, the others are told by their titles, in so many blocks. */
const TITLE_BLOCKS = 2

/**
 * The message as Slack shows it: each notice with its buttons, and what stands below; of a digest that is too long the
 * others by their titles, and where even those do not fit, how many more the inbox holds. The text alone is for alerts.
 */
export function slackBody({ title, parts, footer }: Message, publicUrl: string): SlackMessage {
  const whole = parts.length <= MOST_WHOLE ? parts.length : MOST_WHOLE - TITLE_BLOCKS
  const blocks = parts.slice(0, whole).flatMap((part, index) => blocksOf(part, index, publicUrl))
  const { texts, rest } = titlesOf(parts.slice(whole))
  const below = `${escaped(footer.why)} <${publicUrl}${NOTICE_SETTINGS}|${escaped(footer.settings)}>`
  const more = rest > 0 ? [section(`<${publicUrl}/inbox|+ ${rest}>`)] : []
  return {
    text: escaped(clip(title, 300)),
    blocks: [...blocks, ...texts.map((text) => section(text)), ...more, context(below)]
  }
}

/** Titles as lists, as many as fit, and how many do not. */
function titlesOf(parts: readonly MessagePart[]): { texts: string[]; rest: number } {
  const texts: string[] = []
  let list = ''
  let told = 0
  for (const { title } of parts) {
    const line = `• ${escaped(clip(title, 150))}\n`
    if (list.length + line.length > MOST.sectionText) {
      texts.push(list)
      list = ''
      if (texts.length === TITLE_BLOCKS) break
    }
    list += line
    told += 1
  }
  if (list !== '') texts.push(list)
  return { texts: texts.map((text) => text.trimEnd()), rest: parts.length - told }
}

function blocksOf(
  { title, body, act, link: to, buttons }: MessagePart,
  index: number,
  publicUrl: string
): Block[] {
  // Cut before the signs are written out, so that none is cut in two; they are five letters at most.
  const text = clip(plainText(body).replaceAll(/^- /gm, '• '), 2000)
  const words = `*${escaped(clip(title, 300))}*${text === '' ? '' : `\n${escaped(text)}`}`
  const pressed = buttons.map(({ act: word, label, about }, place) =>
    button(word, label, about, place === 0 ? 'primary' : undefined)
  )
  return [section(words), actions(`part-${index}`, [...pressed, link(act, `${publicUrl}${to}`)])]
}
