import { type Complaint, complaint } from './complaint.ts'

const SAVE_AS = 'Save the file as "CSV UTF-8" and import it again.'
const NEWLINE = 0x0a

/** Reads UTF-8 with or without byte order mark. Bytes that are none are refused by line, never replaced. */
export function decodeText(bytes: Uint8Array): { text: string } | { complaints: Complaint[] } {
  if (isUtf16(bytes)) return { complaints: [complaint(1, 'file', null, `This is UTF-16. ${SAVE_AS}`)] }
  const text = decoded(bytes)
  if (text !== null) return { text }
  const complaints = linesOf(bytes).flatMap((line, index) =>
    decoded(line) === null ? [complaint(index + 1, 'file', null, `This line is not UTF-8. ${SAVE_AS}`)] : []
  )
  return { complaints }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** No byte of a longer UTF-8 character equals a newline, so cutting there cuts no character. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...lines, bytes.subarray(start)]
}
