/** One place of an import file that cannot be taken, and what to do about it. */
export interface Complaint {
  /** Line of the file, from 1, as an editor counts; a record over several lines is named by its first. */
  line: number
  /** The column, or `header`, `line` or `file` where no single column is at fault. */
  field: string
  /** What stands there, shortened. */
  value?: string
  remedy: string
}

/** Characters of a wrong value that are shown; enough to find it, too few to leak a pasted document. */
const SHOWN = 80

export function complaint(line: number, field: string, value: string | null, remedy: string): Complaint {
  return { line, field, ...(value !== null && { value: value.slice(0, SHOWN) }), remedy }
}
