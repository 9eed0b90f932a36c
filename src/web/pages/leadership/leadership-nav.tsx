import { Segments } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { leadersFirstTexts } from '../../texts/leaders-first.ts'

const PAGES = ['/leadership', '/leadership/first', '/leadership/decay'] as const

/** The way between the pages about leaders: what they leave unanswered, whether they listen, whether it all fades. */
export function LeadershipNav({ page, reader }: { page: (typeof PAGES)[number]; reader: Reader }) {
  const texts = reader.say(leadersFirstTexts)
  const labels = [texts.unheard, texts.title, texts.decay]
  return (
    <Segments
      label={texts.nav}
      items={PAGES.map((href, at) => ({ href, label: labels[at]!, isCurrent: href === page }))}
    />
  )
}
