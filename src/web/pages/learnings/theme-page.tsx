import { Action, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Figures } from '../../components/figures.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { themeTexts } from '../../texts/theme.ts'
import { AsKnown, OfThePast } from './as-known.tsx'
import { Hearings } from './hearings.tsx'
import { moneyInWords, TriedAndMet } from './theme-bits.tsx'
import { DecideForm, GatherForms } from './theme-forms.tsx'
import type { ThemeView } from './theme-view.ts'

interface Props {
  view: ThemeView
  reader: Reader
}

function Clock({ view: { theme }, reader }: Props) {
  const texts = reader.say(learningsTexts)
  const { clock, price, state } = theme
  const money = moneyInWords(price, reader)
  const perWeek = Math.round(price.minutesPerWeek)
  const isLong = clock.stage === 'leadership' || clock.stage === 'lead'
  return (
    <section class={isLong ? 'card hero alarm' : 'card hero quiet'} aria-labelledby="clock">
      <p class="eyebrow" id="clock">
        {clock.waitingDays === null ? texts.states[state] : texts.unheardBig}
      </p>
      <p class="when">
        {clock.waitingDays === null
          ? theme.decidedAt && reader.date(reader.dateOf(theme.decidedAt), 'dated')
          : texts.days(clock.waitingDays)}
      </p>
      <p>{texts.firstHeard(reader.date(reader.dateOf(theme.firstHeardAt), 'dated'))}</p>
      {clock.waitingDays !== null && <p>{texts.answerBy(reader.date(theme.answerByOn, 'dated'))}</p>}
      {theme.reopenedAt && <p>{texts.reopened(reader.date(reader.dateOf(theme.reopenedAt), 'dated'))}</p>}
      <div class="price">
        <h2>{texts.price}</h2>
        {price.minutes === 0 ? (
          <p>{texts.noPrice}</p>
        ) : (
          <>
            {money !== '' && <p class="number">{money}</p>}
            <p>{texts.priceHours(reader.number(price.hours))}</p>
            {clock.waitingDays !== null && <p>{texts.priceWeek(perWeek, reader.number(perWeek))}</p>}
          </>
        )}
      </div>
    </section>
  )
}

function Decisions({ view: { theme }, reader }: Props) {
  const texts = reader.say(learningsTexts)
  const themed = reader.say(themeTexts)
  return (
    <Card id="decisions" title={themed.decisions}>
      {theme.decisions.length === 0 && <p class="soft">{themed.noDecisions}</p>}
      <ol class="timeline">
        {theme.decisions.map(({ id, decision, reason, decidedAt, decidedBy }) => (
          <li key={id}>
            <p class="strong">{texts.states[decision]}</p>
            <p>{reason}</p>
            <p class="soft small">
              {texts.by(decidedBy.name, reader.date(reader.dateOf(decidedAt), 'dated'))}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Heard({ view, reader }: Props) {
  const texts = reader.say(learningsTexts)
  const { learnings, clock } = view.theme
  return (
    <Card
      id="learnings"
      title={texts.learnings}
      hint={texts.newest(learnings.length, clock.learnings) || undefined}
    >
      <Figures
        figures={[
          { label: texts.figures.reporters, value: reader.number(clock.reporters) },
          { label: texts.figures.shifts, value: reader.number(clock.shifts) },
          { label: texts.figures.customers, value: reader.number(clock.customers) },
          { label: texts.figures.learnings, value: reader.number(clock.learnings) }
        ]}
      />
      <ul class="heard">
        {learnings.map((learning) => (
          <li key={learning.id}>
            <p class="row tight">
              <Badge>{texts.types[learning.type]}</Badge>
              <span class="soft small">
                {texts.by(
                  learning.submittedBy.name,
                  reader.date(reader.dateOf(learning.shiftStartsAt), 'dated')
                )}
                {'\u00a0· '}
                {texts.lost(learning.minutesLost)}
              </span>
            </p>
            {learning.triedTo === '' && view.asOf !== '' ? (
              <p class="soft">{reader.say(themeTexts).takenBack}</p>
            ) : (
              <TriedAndMet {...learning} />
            )}
            {learning.customerWords && (
              <blockquote>
                <p>{learning.customerWords}</p>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** One theme: how long it has been unheard, what that costs, who heard it, and what is to be done. */
export function ThemePage({ view, reader, told }: Props & { told: string | undefined }) {
  const texts = reader.say(learningsTexts)
  const themed = reader.say(themeTexts)
  const { theme } = view
  const whole = { view, reader }
  const at = { page: `/learnings/themes/${theme.id}`, asOf: view.asOf, reader }
  return (
    <>
      <PageHead
        title={theme.title}
        back={{ href: '/learnings', label: texts.title }}
        intro={[texts.owner(theme.owner.name), theme.area?.name].filter(Boolean).join('\u00a0· ')}
      >
        <LinkButton href={`/seasons/attach?kind=theme&id=${theme.id}`} tone="plain" icon="season">
          {themed.showsGoal}
        </LinkButton>
      </PageHead>
      <Told text={told} />
      <OfThePast {...at} />
      {theme.standsWithin && (
        <Note tone="warm">
          <p>
            {themed.standsWithin}{' '}
            <a href={`/learnings/themes/${theme.standsWithin.id}`}>{theme.standsWithin.title}</a>
          </p>
          {theme.may.mayCurate && (
            <Action to={`/learnings/themes/${theme.id}/unmerge`} tone="plain" icon="undo">
              {themed.undoMerge}
            </Action>
          )}
        </Note>
      )}
      <div class="columns">
        <div class="stack">
          <Clock {...whole} />
          {theme.summary !== '' && <p class="theme-summary">{theme.summary}</p>}
          <Heard {...whole} />
          <AsKnown {...at} csv={`/api/themes/${theme.id}/learnings.csv`} />
        </div>
        <div class="stack">
          {theme.may.mayDecide && !theme.standsWithin && <DecideForm themeId={theme.id} reader={reader} />}
          <Decisions {...whole} />
          <Hearings {...whole} />
          {!theme.standsWithin && <GatherForms {...whole} />}
        </div>
      </div>
    </>
  )
}
