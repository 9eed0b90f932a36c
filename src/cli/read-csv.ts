import { readFile } from 'node:fs/promises'
import { UsageError } from './command.ts'

/** The bytes of a file that the caller named. */
export async function readCsv(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw new UsageError(`The file ${path} cannot be read`)
  }
}
