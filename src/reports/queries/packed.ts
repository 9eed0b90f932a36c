import { endianness } from 'node:os'
import { type SQL, sql } from 'drizzle-orm'

/** Stands for a day that there is not. */
export const NO_DAY = -2_147_483_648

/** An id in words of four bytes. */
export const ID_WORDS = 4

/**
 * Rows of bytes one after the other, as one value: fifty thousand of them arrive as fast as the database reads them. As
 * base64, which both sides make and read in half the time of what a `bytea` is sent as.
 */
export const packedRows = (row: SQL, { where }: { where?: SQL } = {}): SQL =>
  sql`encode(string_agg(${row}, '')${where ? sql` filter (where ${where})` : sql``}, 'base64')`

/** Of how many numbers a row is. */
export interface Widths {
  ints: number
  shorts?: number
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
  /** Where the shorts of a row begin in it; two are one word. */
  readonly shortsAt: number

  constructor(sent: string | null, { ints, shorts = 0 }: Widths) {
    this.words = wordsOf(Buffer.from(sent ?? '', 'base64'))
    this.shortsAt = ID_WORDS + 2 * Math.ceil(ints / 2)
    this.stride = this.shortsAt + 2 * Math.ceil(shorts / 4)
    this.count = this.words.length / this.stride
  }

  /** Where the id of a row begins among the words. */
  idAt(row: number): number {
    return row * this.stride
  }

  int(row: number, at: number): number {
    return this.words[row * this.stride + ID_WORDS + at]!
  }
}
