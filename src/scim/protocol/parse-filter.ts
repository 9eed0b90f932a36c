import { meant, type Place, placeAmong, placeIn, type ResourceSchema } from './attributes.ts'
import { type Filter, OPERATORS, type Operand, type Operator } from './filter.ts'
import { badRequest } from './scim-problem.ts'

const LONGEST = 8_000
/** Deeper than anybody writes, and far from the end of the stack. */
const DEEPEST = 40

const TOKEN = /\s*(?:([()[\]])|("(?:[^"\\]|\\.)*")|([^\s()[\]"]+))/y

interface Token {
  kind: 'mark' | 'text' | 'word'
  text: string
}

function refused(detail: string) {
  return badRequest('invalidFilter', detail)
}

function tokensOf(filter: string): Token[] {
  if (filter.length > LONGEST) throw refused('The filter is too long.')
  const tokens: Token[] = []
  const end = filter.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex
    const [, mark, text, word] = TOKEN.exec(filter) ?? []
    if (mark) tokens.push({ kind: 'mark', text: mark })
    else if (text) tokens.push({ kind: 'text', text })
    else if (word) tokens.push({ kind: 'word', text: word })
    else throw refused(`The filter cannot be read from character ${at + 1} on.`)
  }
  return tokens
}

function operandOf(token: Token | undefined): Operand {
  if (!token || token.kind === 'mark') throw refused('A value is missing after a comparison.')
  if (token.kind === 'word' && !/^(true|false|null|-?\d+(\.\d+)?)$/i.test(token.text)) {
    throw refused(`${token.text} is no value: texts stand in double quotes.`)
  }
  try {
    return JSON.parse(token.kind === 'word' ? token.text.toLowerCase() : token.text) as Operand
  } catch {
    throw refused(`${token.text} is no text as JSON has it.`)
  }
}

/** Comparisons that no value could ever fit in a way that anybody means. */
function refuseSenseless(at: Place, operator: Operator, operand: Operand): void {
  const { name, type } = meant(at)
  const isOrder = ['gt', 'ge', 'lt', 'le'].includes(operator)
  if (type === 'boolean' && !['eq', 'ne'].includes(operator)) {
    throw refused(`${name} is true or false: use eq or ne.`)
  }
  if (type === 'dateTime' && isOrder && Number.isNaN(Date.parse(String(operand)))) {
    throw refused(`${name} is compared with an instant, such as "2027-03-02T09:30:00Z".`)
  }
}

type Find = (name: string) => Place | null

/** Reads tokens from left to right; `and` binds closer than `or`. */
class Reader {
  private at = 0
  private depth = 0
  constructor(private readonly tokens: readonly Token[]) {}

  next = () => this.tokens[this.at++]
  isDone = () => this.at >= this.tokens.length

  takes(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.at]
    const isIt = token?.kind === kind && token.text.toLowerCase() === text
    if (isIt) this.at += 1
    return isIt
  }

  takesPart(): string | null {
    const token = this.tokens[this.at]
    if (token?.kind !== 'word' || !token.text.startsWith('.')) return null
    this.at += 1
    return token.text.slice(1)
  }

  expects(mark: string): void {
    if (!this.takes('mark', mark)) throw refused(`A ${mark} is missing.`)
  }

  either(find: Find): Filter {
    this.depth += 1
    if (this.depth > DEEPEST) throw refused('The filter is nested too deeply.')
    const parts = [this.both(find)]
    while (this.takes('word', 'or')) parts.push(this.both(find))
    this.depth -= 1
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts }
  }

  private both(find: Find): Filter {
    const parts = [this.one(find)]
    while (this.takes('word', 'and')) parts.push(this.one(find))
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts }
  }

  private one(find: Find): Filter {
    if (this.takes('word', 'not')) {
      this.expects('(')
      const part = this.either(find)
      this.expects(')')
      return { kind: 'not', part }
    }
    if (this.takes('mark', '(')) {
      const part = this.either(find)
      this.expects(')')
      return part
    }
    const name = this.next()
    if (name?.kind !== 'word') throw refused('The name of an attribute is missing.')
    const at = find(name.text)
    if (!at) throw refused(`There is no attribute ${name.text.slice(0, 100)}.`)
    return this.takes('mark', '[') ? this.some(at) : this.compared(at)
  }

  /** `emails[type eq "work"]`, and `emails[type eq "work"].value eq "…"` as Entra ID writes it. */
  some(at: Place): Filter {
    const findPart = partsOf(at)
    const where = this.either(findPart)
    this.expects(']')
    const name = this.takesPart()
    if (name === null) return { kind: 'some', at, where }
    const part = findPart(name)
    if (!part) throw refused(`${at.attribute.name} has no part called ${name.slice(0, 100)}.`)
    return { kind: 'some', at, where: { kind: 'and', parts: [where, this.compared(part)] } }
  }

  private compared(at: Place): Filter {
    const operator = this.next()
    const word = operator?.kind === 'word' ? operator.text.toLowerCase() : ''
    if (word === 'pr') return { kind: 'present', at }
    if (!OPERATORS.includes(word as Operator))
      throw refused(`${operator?.text ?? 'Nothing'} is no comparison.`)
    const operand = operandOf(this.next())
    refuseSenseless(at, word as Operator, operand)
    return { kind: 'compare', at, operator: word as Operator, operand }
  }
}

/** Names between brackets are parts of the attribute before them. */
export function partsOf({ attribute, part }: Place): Find {
  if (attribute.isDropped) return () => ({ holder: null, attribute, part: null })
  if (!attribute.isMany || part || !attribute.parts) {
    throw refused(`${attribute.name} has no values to choose among.`)
  }
  return (name) => placeAmong(attribute.parts!, name)
}

/**
 * The filter as a tree.
 *
 * @throws {ScimProblem} invalidFilter, for every text that is none; nothing else for any text.
 */
export function parseFilter(schema: ResourceSchema, text: string): Filter {
  const reader = new Reader(tokensOf(text))
  const filter = reader.either((name) => placeIn(schema, name))
  if (!reader.isDone()) throw refused('Something stands after the end of the filter.')
  return filter
}

/** A filter between the brackets of a path. */
export function parseWhere(at: Place, text: string): Filter {
  const find = partsOf(at)
  const reader = new Reader(tokensOf(text))
  const filter = reader.either(find)
  if (!reader.isDone()) throw refused('Something stands after the end of the filter.')
  return filter
}
