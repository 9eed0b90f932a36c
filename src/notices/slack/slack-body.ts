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

/** Two for each notice, and one for what stands below. */
const MOST_PARTS = Math.floor((MOST.blocks - 2) / 2)

/** The message as Slack shows it: each notice with its buttons, and what stands below. The text alone is for alerts. */
export function slackBody({ title, parts, footer }: Message, publicUrl: string): SlackMessage {
  const shown = parts.slice(0, MOST_PARTS)
  const rest = parts.length - shown.length
  const blocks = shown.flatMap((part, index) => blocksOf(part, index, publicUrl))
  const below = `${escaped(footer.why)} <${publicUrl}${NOTICE_SETTINGS}|${escaped(footer.settings)}>`
  const more = rest > 0 ? [section(`<${publicUrl}/inbox|+ ${rest}>`)] : []
  return { text: escaped(clip(title, 300)), blocks: [...blocks, ...more, context(below)] }
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
