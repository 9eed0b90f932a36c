import type { ThemeAtAGlance } from '../../../learnings/themes/read-standings.ts'
import { Segments } from '../../components/page-head.tsx'
import { Badge, type BadgeTone } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'

/** Older is warmer: two weeks are long, thirty days too long. */
const ageTone = ({ stage }: ThemeAtAGlance['clock']): BadgeTone =>
  stage === 'leadership' ? 'bad' : stage === 'lead' ? 'warm' : 'soft'

/** Where a theme stands in a badge: how long unheard, or what was decided. */
export function AgeBadge({ theme: { clock, state }, reader }: { theme: ThemeAtAGlance; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  return clock.waitingDays === null ? (
    <Badge tone={state === 'declined' ? 'soft' : 'good'}>{texts.states[state]}</Badge>
  ) : (
    <Badge tone={ageTone(clock)}>{texts.unheard(clock.waitingDays)}</Badge>
  )
}

/** Currencies as they are written; amounts of money to the whole. */
export const moneyInWords = ({ money }: ThemeAtAGlance['price'], reader: Reader): string =>
  money.map(({ currency, amount }) => `${reader.number(Math.round(amount))} ${currency}`).join(' + ')

const PAGES = ['/learnings', '/learnings/heard', '/learnings/known', '/leadership'] as const
type LearningsPlace = (typeof PAGES)[number]

/** The way between the pages about what was heard. */
export function LearningsNav({ page, reader }: { page: LearningsPlace; reader: Reader }) {
  const texts = reader.say(learningsTexts)
  const labels = [texts.board, texts.heard, texts.known, texts.leadership]
  return (
    <Segments
      label={texts.title}
      items={PAGES.map((href, at) => ({ href, label: labels[at]!, isCurrent: href === page }))}
    />
  )
}

/** What somebody tried to do and what stood in the way, as one sentence: what ends the first half goes. */
export function TriedAndMet({ triedTo, obstacle }: { triedTo: string; obstacle: string }) {
  return (
    <p>
      <span class="strong">{triedTo.replace(/[.:,;\s]+$/, '')}</span> – {obstacle}
    </p>
  )
}
