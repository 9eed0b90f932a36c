import type { DaySpan, DaySpans } from '../engine/ledger/due-counter.ts'
import type { Crowd } from './queries/crowd.ts'
import { PackedRows } from './queries/packed.ts'

/** Days off of everybody, [from, to), those of a person side by side. */
export interface DaysOff extends DaySpans {
  from: Int32Array
  to: Int32Array
  /** By person, and one more: where theirs begin. */
  first: Int32Array
}

/** Takes days as the database packs them, with as many `daysMore` as the last one sent still counts; strangers are left out. */
export function daysOffOf(crowd: Crowd, sent: Buffer | null, daysMore: 0 | 1): DaysOff {
  const rows = new PackedRows(sent, { ints: 2 })
  const whose = Int32Array.from({ length: rows.count }, (_, row) =>
    crowd.ids.find(rows.words, rows.idAt(row))
  )
  const first = new Int32Array(crowd.joined.length + 1)
  for (const person of whose) if (person !== -1) first[person + 1]! += 1
  for (let person = 0; person < crowd.joined.length; person += 1) first[person + 1]! += first[person]!
  const off = { from: new Int32Array(first.at(-1)!), to: new Int32Array(first.at(-1)!), first }
  const next = first.slice()
  whose.forEach((person, row) => {
    if (person === -1) return
    const at = next[person]!
    off.from[at] = rows.int(row, 0)
    off.to[at] = rows.int(row, 1) + daysMore
    next[person] = at + 1
  })
  return off
}

/** Whether somebody has days off of [from, to). */
export function isOffIn({ from, to, first }: DaysOff, person: number, days: DaySpan): boolean {
  for (let at = first[person]!; at < first[person + 1]!; at += 1)
    if (from[at]! < days.to && to[at]! > days.from) return true
  return false
}
