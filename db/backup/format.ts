import { createHash, type Hash } from 'node:crypto'

/**
 * A backup is a gzipped text: a line of JSON that says what it is; for each table a line of JSON with its name and columns, its
 * rows as PostgreSQL's COPY writes them, and a line `\.`; then the trailer. COPY never writes that line for a row.
 */
export interface BackupHeader {
  format: 'lyttepost-backup/1'
  createdAt: string
  /** The last migration of the database it was taken from. */
  migration: string
}

export interface TableHeader {
  table: string
  columns: string[]
}

/** Of everything before it, so that a file cut short or damaged is known before anything is kept of it. */
export interface BackupTrailer {
  rows: number
  sha256: string
}

export const END_OF_TABLE = '\\.'

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

export const copyTarget = ({ table, columns }: TableHeader) =>
  `public.${quoted(table)} (${columns.map(quoted).join(', ')})`

/** The backup cannot be made or used; the message says why and what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

export const newDigest = (): Hash => createHash('sha256')
