import type { Brief } from '../../../learnings/search/read-brief.ts'
import { PageHead } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { knownTexts } from '../../texts/known.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { AgeBadge, moneyInWords } from './theme-bits.tsx'

interface Props {
  brief: Brief
  reader: Reader
}

type Theme = Brief['themes'][number]

/** What leaders said, each once, without what stands among the decisions; and who of them said nothing. */
function Hearings({ theme: { hearings, decisions }, reader }: { theme: Theme; reader: Reader }) {
  const texts = reader.say(knownTexts)
  const [first] = hearings
  if (!first) return null
  const reasons = new Set(decisions.map(({ reason }) => reason))
  const answers = hearings.flatMap(({ leader, answer }) =>
    answer === null || reasons.has(answer) ? [] : `${leader}: ${answer}`
  )
  const answered = hearings.flatMap(({ leader, answer }) => (answer === null ? [] : leader))
  const spoke = new Set([...answered, ...decisions.map(({ decidedBy }) => decidedBy)])
  const silent = [...new Set(hearings.map(({ leader }) => leader))].filter((leader) => !spoke.has(leader))
  return (
    <>
      <h3>{texts.putBefore(reader.date(reader.dateOf(first.putAt), 'dated'))}</h3>
      <ul class="stack-xs">
        {[...new Set(answers)].map((answer) => (
          <li key={answer}>{answer}</li>
        ))}
        {silent.length > 0 && <li>{texts.noAnswer(silent.join(', '))}</li>}
      </ul>
    </>
  )
}

function ThemeOfBrief({ theme, reader }: { theme: Theme; reader: Reader }) {
  const texts = reader.say(knownTexts)
  const said = reader.say(learningsTexts)
  const money = moneyInWords(theme.price, reader)
  return (
    <section class="card brief-theme" aria-labelledby={`theme-${theme.id}`}>
      <div class="row apart">
        <h2 id={`theme-${theme.id}`}>{theme.title}</h2>
        <AgeBadge theme={theme} reader={reader} />
      </div>
      <p>
        {texts.summary(
          reader.date(reader.dateOf(theme.firstHeardAt), 'dated'),
          theme.clock.learnings,
          theme.clock.reporters
        )}{' '}
        {said.priceHours(reader.number(theme.price.hours))}
        {money !== '' && ` (${money})`}.
      </p>
      {theme.decisions.length === 0 && <p class="strong">{texts.nothingDecided}</p>}
      <ul class="stack-xs">
        {theme.decisions.map(({ decision, reason, decidedAt, decidedBy }) => (
          <li key={decidedAt.toISOString()}>
            <span class="strong">
              {said.decided(said.states[decision], reader.date(reader.dateOf(decidedAt), 'dated'))}
            </span>
            : {reason} <span class="soft">({decidedBy})</span>
          </li>
        ))}
      </ul>
      <Hearings theme={theme} reader={reader} />
      {theme.quotes.length > 0 && (
        <>
          <h3 class="quotes">{texts.quote}</h3>
          {theme.quotes.map(({ words, heardOn }) => (
            <blockquote key={words}>
              <p>{words}</p> <p class="soft small">{reader.date(heardOn, 'dated')}</p>
            </blockquote>
          ))}
        </>
      )}
    </section>
  )
}

/** One page to put on a table: what customers had said before somebody was paid to find it out. */
export function BriefPage({ brief, reader }: Props) {
  const texts = reader.say(knownTexts)
  const { together, firstHeardAt } = brief
  return (
    <article class="stack brief">
      <PageHead
        title={texts.briefTitle}
        back={{ href: '/learnings/known', label: texts.title }}
        intro={texts.written(reader.date(reader.dateOf(brief.writtenAt), 'dated'))}
      />
      <section class="card hero quiet">
        {firstHeardAt && (
          <p class="strong">
            {texts.summary(
              reader.date(reader.dateOf(firstHeardAt), 'dated'),
              together.learnings,
              together.reporters
            )}
          </p>
        )}
        <p>{texts.together(together.shifts, together.customers, reader.hours(together.minutes))}</p>
      </section>
      {brief.themes.map((theme) => (
        <ThemeOfBrief key={theme.id} theme={theme} reader={reader} />
      ))}
    </article>
  )
}
