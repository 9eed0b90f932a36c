import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { AnyContext } from '../context.ts'
import { listErasures } from './queries.ts'

/** Of whom everything was erased, and when: numbers and instants, nothing that tells who it was. */
export interface ErasureList {
  format: 'lyttepost-erasures/1'
  erasures: { employeeId: string; erasedAt: string }[]
}

/** The file is no list of ours. */
export class ErasureListNotReadable extends Error {
  override readonly name = 'ErasureListNotReadable'
}

/** The list in a file; empty where there is none yet. */
export function readErasureList(path: string): ErasureList['erasures'] {
  if (!existsSync(path)) return []
  try {
    const { format, erasures } = JSON.parse(readFileSync(path, 'utf8')) as ErasureList
    if (format === 'lyttepost-erasures/1') return erasures
  } catch {
    // Told below.
  }
  throw new ErasureListNotReadable(`${path} is not a list of erasures that Lyttepost wrote.`)
}

/**
 * Keeps the list of erased people in a file outside of the database, so that restoring an older backup can erase them again. It
 * only grows: a database from before an erasure does not shorten it.
 */
export async function keepErasureList(ctx: AnyContext): Promise<void> {
  const { erasureList: path } = ctx
  if (!path) return
  const kept = readErasureList(path)
  const known = new Set(kept.map(({ employeeId }) => employeeId))
  const added = (await listErasures(ctx.db)).filter(({ employeeId }) => !known.has(employeeId))
  if (added.length === 0) return
  const list: ErasureList = {
    format: 'lyttepost-erasures/1',
    erasures: [...kept, ...added.map((one) => ({ ...one, erasedAt: one.erasedAt.toISOString() }))]
  }
  writeFileSync(`${path}.new`, `${JSON.stringify(list, null, 1)}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}
