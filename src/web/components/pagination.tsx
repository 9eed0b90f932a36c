import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { LinkButton } from './button.tsx'

interface PaginationProps {
  reader: Reader
  /** The address of the first page, when this is a later one. */
  first: string | null
  /** The address of the next page, when there is one. */
  next: string | null
}

/** Lists are read from the first page on; a cursor knows no page before it. */
export function Pagination({ reader, first, next }: PaginationProps) {
  const texts = reader.say(frameTexts)
  if (first === null && next === null) return null
  return (
    <nav class="pages" aria-label={texts.pages}>
      {first !== null && (
        <LinkButton href={first} tone="plain">
          {texts.firstPage}
        </LinkButton>
      )}
      {next !== null && (
        <LinkButton href={next} tone="plain">
          {texts.nextPage}
        </LinkButton>
      )}
    </nav>
  )
}
