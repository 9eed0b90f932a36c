/** One block of Slack's Block Kit. Slack checks the rest; so does the Slack of our tests. */
export type Block = { type: string; block_id?: string } & Record<string, unknown>

export interface View extends Record<string, unknown> {
  type: 'modal'
  callback_id?: string
  private_metadata?: string
  blocks: Block[]
}

/** What Slack takes at most (its reference of Block Kit). */
export const MOST = {
  blocks: 50,
  sectionText: 3000,
  headerText: 150,
  message: 4000,
  options: 100,
  optionText: 75
}

/** A text that is no longer than so many letters; what is cut off is marked. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`

/** In a text with marks `<!channel>` would call everybody, and `<…|…>` would be a link: so no sign of it is left. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const plain = (text: string, most = 75) => ({
  type: 'plain_text',
  text: clip(text, most),
  emoji: false
})

export const section = (text: string): Block => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clip(text, MOST.sectionText) }
})

export const context = (text: string): Block => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: clip(text, 2000) }]
})

export const button = (actionId: string, text: string, value: string, style?: 'primary' | 'danger') => ({
  type: 'button',
  action_id: actionId,
  text: plain(text),
  value,
  ...(style && { style })
})

/** Pressing it tells us as well, which needs an answer and no more. */
export const link = (text: string, url: string) => ({
  type: 'button',
  action_id: 'link',
  text: plain(text),
  url
})

export const actions = (blockId: string, elements: unknown[]): Block => ({
  type: 'actions',
  block_id: blockId,
  elements
})
