type Json = Record<string, unknown>

const LETTERS = { section: 3000, header: 150, button: 75, option: 75, label: 2000, context: 3000 }

/** What Slack would say of these blocks; empty when it takes them. Limits as its reference of Block Kit has them. */
export function faultsIn(blocks: unknown, most: number): string[] {
  if (!Array.isArray(blocks)) return ['blocks must be a list']
  if (blocks.length > most) return [`no more than ${most} items allowed`]
  const names = blocks.map((block: Json) => block.block_id).filter((id) => id !== undefined)
  return [
    ...(new Set(names).size < names.length ? ['block_id already exists'] : []),
    ...names.filter((name) => String(name).length > 255).map(() => 'block_id too long'),
    ...blocks.flatMap((block: Json, index) => aboutBlock(block).map((fault) => `blocks/${index}: ${fault}`))
  ]
}

function aboutBlock(block: Json): string[] {
  const { type, elements, text, label, element } = block
  if (type === 'section') return aboutText(text, LETTERS.section)
  if (type === 'header') return [...aboutText(text, LETTERS.header), ...mustBePlain(text)]
  if (type === 'divider') return []
  if (type === 'context') return aboutList(elements, 10, (one) => aboutText(one, LETTERS.context))
  if (type === 'actions') {
    const ids = (elements as Json[]).map(({ action_id }) => action_id)
    const twice = new Set(ids).size < ids.length ? ['action_id already exists'] : []
    return [...twice, ...aboutList(elements, 25, aboutElement)]
  }
  if (type === 'input') {
    return [...aboutText(label, LETTERS.label), ...mustBePlain(label), ...aboutElement(element as Json)]
  }
  return [`unsupported type: ${String(type)}`]
}

function aboutList(list: unknown, most: number, about: (one: Json) => string[]): string[] {
  if (!Array.isArray(list) || list.length === 0 || list.length > most) return [`must have 1 to ${most} items`]
  return list.flatMap(about)
}

function aboutText(text: unknown, most: number): string[] {
  const { type, text: words, emoji, ...others } = (text ?? {}) as Json
  if (typeof words !== 'string' || words.length === 0 || words.length > most) {
    return [`text must have 1 to ${most} letters`]
  }
  if (type !== 'mrkdwn' && type !== 'plain_text') return ['text has no type']
  if (type === 'mrkdwn' && emoji !== undefined) return ['mrkdwn has no emoji']
  return Object.keys(others).map((key) => `invalid additional property: ${key}`)
}

const mustBePlain = (text: unknown) => ((text as Json)?.type === 'plain_text' ? [] : ['must be plain text'])

function aboutElement(element: Json): string[] {
  const { type, action_id: id } = element
  const wrongId = typeof id === 'string' && id.length > 0 && id.length <= 255 ? [] : ['no usable action_id']
  return [
    ...wrongId,
    ...(ELEMENTS[String(type)] ?? (() => [`unsupported element: ${String(type)}`]))(element)
  ]
}

const ELEMENTS: Record<string, (element: Json) => string[]> = {
  button: ({ text, value, url, style }) => [
    ...aboutText(text, LETTERS.button),
    ...mustBePlain(text),
    ...(value !== undefined && (typeof value !== 'string' || value.length > 2000) ? ['value too long'] : []),
    ...(url !== undefined && (!URL.canParse(String(url)) || String(url).length > 3000)
      ? ['invalid url']
      : []),
    ...(style === undefined || style === 'primary' || style === 'danger' ? [] : ['invalid style'])
  ],
  plain_text_input: ({ max_length: most = 3000, min_length: least = 0, initial_value: text = '' }) => [
    ...(Number(most) >= 1 && Number(most) <= 3000 ? [] : ['invalid max_length']),
    ...(Number(least) >= 0 && Number(least) <= Number(most) ? [] : ['invalid min_length']),
    ...(String(text).length <= Number(most) ? [] : ['invalid initial_value'])
  ],
  url_text_input: () => [],
  number_input: ({ is_decimal_allowed: isDecimal, min_value: min, max_value: max, initial_value: first }) => [
    ...(typeof isDecimal === 'boolean' ? [] : ['is_decimal_allowed is missing']),
    ...[min, max, first]
      .filter((value) => value !== undefined && typeof value !== 'string')
      .map(() => 'must be a text')
  ],
  static_select: ({ options, initial_option: first }) => [
    ...aboutList(options, 100, aboutOption),
    ...(first === undefined || JSON.stringify(options).includes(JSON.stringify(first))
      ? []
      : ['initial_option is none of the options'])
  ],
  checkboxes: ({ options }) => aboutList(options, 10, aboutOption)
}

const aboutOption = ({ text, value }: Json) => [
  ...aboutText(text, LETTERS.option),
  ...(typeof value === 'string' && value.length > 0 && value.length <= 150 ? [] : ['invalid value'])
]

/** What Slack would say of a view. */
export function faultsInView(view: Json): string[] {
  const { type, title, submit, close, blocks, private_metadata: notes = '', callback_id: id = '' } = view
  const hasInput = Array.isArray(blocks) && blocks.some((block: Json) => block.type === 'input')
  return [
    ...(type === 'modal' ? [] : ['invalid type']),
    ...aboutText(title, 24),
    ...(submit === undefined ? [] : aboutText(submit, 24)),
    ...(close === undefined ? [] : aboutText(close, 24)),
    ...(hasInput && submit === undefined ? ['submit is missing'] : []),
    ...(String(notes).length <= 3000 ? [] : ['private_metadata too long']),
    ...(String(id).length <= 255 ? [] : ['callback_id too long']),
    ...(JSON.stringify(view).length <= 250_000 ? [] : ['view_too_large']),
    ...faultsIn(blocks, 100)
  ]
}
