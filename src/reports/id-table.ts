import { ID_BYTES } from './queries/packed.ts'

/** Four bytes each. */
const WORDS = ID_BYTES / 4

/** Numbers from 0 for ids, in the order in which they came; found by their bytes, without making a text of any. */
export class IdTable {
  size = 0
  /** By number: the words of the id. */
  private words = new Int32Array(64 * WORDS)
  /** One more than the number of the id that belongs here, or the next free place behind it; 0 for none. */
  private slots = new Int32Array(256)

  /** The number of the id that begins there, or -1. */
  find(bytes: DataView, at: number): number {
    return this.slots[this.slotOf(bytes, at)]! - 1
  }

  /** The number of the id that begins there, a new one where it was not known. */
  add(bytes: DataView, at: number): number {
    const slot = this.slotOf(bytes, at)
    if (this.slots[slot]! > 0) return this.slots[slot]! - 1
    const number = this.size
    this.size += 1
    if (this.size * WORDS > this.words.length) this.grow()
    for (let word = 0; word < WORDS; word += 1)
      this.words[number * WORDS + word] = bytes.getInt32(at + 4 * word)
    // Where it grew, the place is another.
    this.slots[this.slotOf(bytes, at)] = this.size
    return number
  }

  /** The number of an id as text, or -1. */
  numberOf(id: string): number {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
    return this.find(new DataView(bytes.buffer, bytes.byteOffset), 0)
  }

  /** The id of a number. */
  idOf(number: number): string {
    const bytes = Buffer.alloc(ID_BYTES)
    for (let word = 0; word < WORDS; word += 1)
      bytes.writeInt32BE(this.words[number * WORDS + word]!, 4 * word)
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }

  /** Where the id is, or would be. */
  private slotOf(bytes: DataView, at: number): number {
    const mask = this.slots.length - 1
    let slot = placeOf(bytes, at) & mask
    while (this.slots[slot]! > 0 && !this.isAt(this.slots[slot]! - 1, bytes, at)) slot = (slot + 1) & mask
    return slot
  }

  private isAt(number: number, bytes: DataView, at: number): boolean {
    const from = number * WORDS
    for (let word = 0; word < WORDS; word += 1)
      if (this.words[from + word] !== bytes.getInt32(at + 4 * word)) return false
    return true
  }

  /** Twice the room, and every id in its new place. At least three of four slots stay free. */
  private grow(): void {
    const { words } = this
    this.words = new Int32Array(2 * words.length)
    this.words.set(words)
    this.slots = new Int32Array(2 * this.slots.length)
    const bytes = new DataView(new ArrayBuffer(ID_BYTES))
    for (let number = 0; number < this.size - 1; number += 1) {
      for (let word = 0; word < WORDS; word += 1) bytes.setInt32(4 * word, this.words[number * WORDS + word]!)
      this.slots[this.slotOf(bytes, 0)] = number + 1
    }
  }
}

/** Ids by chance differ everywhere, those by time at their end: both are spread. */
function placeOf(bytes: DataView, at: number): number {
  const mixed = Math.imul(bytes.getInt32(at) ^ bytes.getInt32(at + ID_BYTES - 4), 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
