import { ID_WORDS, wordsOf } from './queries/packed.ts'

/** Numbers from 0 for ids, in the order in which they came; found by their bytes, without making a text of any. */
export class IdTable {
  size = 0
  /** By number: the words of the id. */
  private known: Int32Array
  /** One more than the number of the id that belongs here, or the next free place behind it; 0 for none. */
  private slots: Int32Array

  /** @param most about how many there will be: moving them to more room takes as long as finding them */
  constructor(most = 64) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(64, most + 1)))
    this.known = new Int32Array(room * ID_WORDS)
    this.slots = new Int32Array(4 * room)
  }

  /** The number of the id that begins there, or -1. */
  find(words: Int32Array, at: number): number {
    return this.slots[this.slotOf(words, at)]! - 1
  }

  /** The number of the id that begins there, a new one where it was not known. */
  add(words: Int32Array, at: number): number {
    const slot = this.slotOf(words, at)
    if (this.slots[slot]! > 0) return this.slots[slot]! - 1
    const number = this.size
    this.size += 1
    if (this.size * ID_WORDS > this.known.length) this.grow()
    for (let word = 0; word < ID_WORDS; word += 1) this.known[number * ID_WORDS + word] = words[at + word]!
    // Where it grew, the place is another.
    this.slots[this.slotOf(words, at)] = this.size
    return number
  }

  /** The number of an id as text, or -1. */
  numberOf(id: string): number {
    return this.find(idWords(id), 0)
  }

  /** The id of a number. */
  idOf(number: number): string {
    const bytes = Buffer.alloc(4 * ID_WORDS)
    for (let word = 0; word < ID_WORDS; word += 1)
      bytes.writeInt32BE(this.known[number * ID_WORDS + word]!, 4 * word)
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  /** Where the id is, or would be. */
  private slotOf(words: Int32Array, at: number): number {
    const mask = this.slots.length - 1
    let slot = placeOf(words, at) & mask
    while (this.slots[slot]! > 0 && !this.isAt(this.slots[slot]! - 1, words, at)) slot = (slot + 1) & mask
    return slot
  }

  private isAt(number: number, words: Int32Array, at: number): boolean {
    const { known } = this
    const from = number * ID_WORDS
    for (let word = 0; word < ID_WORDS; word += 1) if (known[from + word] !== words[at + word]) return false
    return true
  }

  /** Twice the room, and every id in its new place. At least three of four slots stay free. */
  private grow(): void {
    const { known } = this
    this.known = new Int32Array(2 * known.length)
    this.known.set(known)
    this.slots = new Int32Array(2 * this.slots.length)
    for (let number = 0; number < this.size - 1; number += 1)
      this.slots[this.slotOf(this.known, number * ID_WORDS)] = number + 1
  }
}

/** An id as its words. */
export const idWords = (id: string): Int32Array => wordsOf(Buffer.from(id.replaceAll('-', ''), 'hex'))

/** Ids by chance differ everywhere, those by time at their end: both are spread. */
function placeOf(words: Int32Array, at: number): number {
  const mixed = Math.imul(words[at]! ^ words[at + ID_WORDS - 1]!, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
