import { defineError } from './errors.ts'

export const CursorNotReadable = defineError(
  'CURSOR_NOT_READABLE',
  400,
  'The cursor is not one that this API handed out. Leave it out to start at the first page.'
)

export interface PageOf<Item> {
  items: Item[]
  nextCursor: string | null
}

/** Where a page starts: the sort key and id of the last row before it. */
export interface Position {
  key: string
  id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function readCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null
  const [key, id, ...rest] = Buffer.from(cursor, 'base64url').toString().split('\n')
  if (key === undefined || id === undefined || rest.length > 0 || !UUID.test(id) || key.includes('\0')) {
    throw new CursorNotReadable()
  }
  return { key, id }
}

/** Same for lists sorted by an instant. */
export function readInstantCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const position = readCursor(cursor)
  if (!position) return null
  const at = new Date(position.key)
  if (Number.isNaN(at.getTime())) throw new CursorNotReadable()
  return { at, id: position.id }
}

/**
 * Makes a page of `rows`, which were asked for with `limit + 1`: the row too many tells that there is a next page.
 */
export function pageOf<Row>(rows: Row[], limit: number, positionOf: (row: Row) => Position): PageOf<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items, nextCursor: null }
  const { key, id } = positionOf(last)
  return { items, nextCursor: Buffer.from(`${key}\n${id}`).toString('base64url') }
}
