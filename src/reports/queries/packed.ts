import { endianness } from 'node:os'
import { type SQL, sql } from 'drizzle-orm'

/** Stands for a day that there is not. */
export const NO_DAY = -2_147_483_648

/** An id in words of four bytes. */
export const ID_WORDS = 4

/** Rows of bytes one after the other, as one value: fifty thousand of them arrive as fast as the database reads them. */
export const packedRows = (row: SQL, { where }: { where?: SQL } = {}): SQL =>
  sql`string_agg(${row}, '')${where ? sql` filter (where ${where})` : sql``}`

/** Of how many numbers a row is. */
export interface Widths {
  /** How many ids come first; left out: one. */
  ids?: number
  ints: number
  shorts?: number
}

/** Days that people were away for long, or exempt, as the database packs them. */
export interface PackedDays {
  away: Buffer | null
  exempt: Buffer | null
}

/** Bytes as words of four, the first byte of each the highest, as the database writes numbers. Turns the bytes over in place. */
export function wordsOf(bytes: Buffer): Int32Array {
  if (endianness() === 'LE') bytes.swap32()
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}

/** Rows as `packedRows` sends them: words, of which each row has `stride`, its id first and then its ints. */
export class PackedRows {
  readonly count: number
  readonly words: Int32Array
  readonly stride: number
  readonly ids: number
  /** Where the shorts of a row begin in it; two are one word. */
  readonly shortsAt: number
  private readonly intsAt: number

  constructor(sent: Buffer | null, { ids = 1, ints, shorts = 0 }: Widths) {
    this.words = wordsOf(sent ?? Buffer.alloc(0))
    this.ids = ids
    this.intsAt = ids * ID_WORDS
    this.shortsAt = this.intsAt + 2 * Math.ceil(ints / 2)
    this.stride = this.shortsAt + 2 * Math.ceil(shorts / 4)
    this.count = this.words.length / this.stride
  }

  /** Where the id of a row begins among the words. */
  idAt(row: number): number {
    return row * this.stride
  }

  int(row: number, at: number): number {
    return this.words[row * this.stride + this.intsAt + at]!
  }
}
