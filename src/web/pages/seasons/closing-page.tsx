import type { Closing, NamedDecision } from '../../../seasons/read-closing.ts'
import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Badge, Note, Told } from '../../components/told.tsx'
import type { ClosingView } from '../../read-seasons-page.ts'
import type { Reader } from '../../reader.ts'
import { closingTexts } from '../../texts/closing.ts'
import { learningsTexts } from '../../texts/learnings.ts'
import { seasonTexts } from '../../texts/seasons.ts'
import { GapPicture, Pains } from './gap-picture.tsx'
import { SeasonHead } from './season-head.tsx'

interface Props {
  closing: Closing
  reader: Reader
}

/** Themes shown before the rest unfolds; on paper all of them stand. */
const FIRST_THEMES = 10

function SetOut({ closing, reader }: Props) {
  const texts = reader.say(closingTexts)
  const said = reader.say(seasonTexts)
  return (
    <Card id="set-out" title={texts.setOut}>
      <ol class="stack-s">
        {closing.setOut.map(({ goalId, goal, measure, strategyLine, hasEvidence, evidence }) => (
          <li key={goalId} class="stack-xs">
            <h3>{goal}</h3>
            <p class="soft small">
              {said.measure}: {measure} · {said.strategyLine}: {strategyLine}
            </p>
            {!hasEvidence && <p class="strong">{texts.nothingShows}</p>}
            <ul class="stack-xs">
              {evidence.map(({ kind, id, text }) => (
                <li key={id}>
                  <Badge>{said.kinds[kind]}</Badge> {text ?? <span class="soft">{said.erased}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Did({ closing, reader }: Props) {
  const texts = reader.say(closingTexts)
  return (
    <Card id="did" title={texts.did}>
      <dl class="figures did">
        {closing.did.map(({ what, value }) => (
          <div key={what}>
            <dt>{texts.figures[what]}</dt>
            <dd>{what.endsWith('Minutes') ? reader.hours(value) : reader.number(value)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Themes({
  themes,
  caption,
  reader
}: {
  themes: Closing['learned']
  caption: string
  reader: Reader
}) {
  const texts = reader.say(closingTexts)
  return (
    <DataTable
      caption={caption}
      rows={themes}
      keyOf={({ source }) => source.id}
      columns={[
        {
          heading: texts.theme,
          value: ({ source, title }) => (
            <a class="way-on" href={`/learnings/themes/${source.id}`}>
              {title}
            </a>
          )
        },
        { heading: texts.area, value: ({ areaName }) => areaName ?? '' },
        { heading: texts.reporters, value: (row) => reader.number(row.reporters), isNumber: true },
        { heading: texts.customers, value: (row) => reader.number(row.customers), isNumber: true },
        { heading: texts.hours, value: (row) => reader.hours(row.minutesLost), isNumber: true }
      ]}
    />
  )
}

function Learned({ closing: { learned }, reader }: Props) {
  const texts = reader.say(closingTexts)
  const rest = learned.slice(FIRST_THEMES)
  return (
    <Card id="learned" title={texts.learned}>
      {learned.length === 0 ? (
        <p class="soft">{texts.noneLearned}</p>
      ) : (
        <Themes themes={learned.slice(0, FIRST_THEMES)} caption={texts.learned} reader={reader} />
      )}
      {rest.length > 0 && (
        <details>
          <summary>{texts.more(rest.length)}</summary>
          <Themes themes={rest} caption={texts.more(rest.length)} reader={reader} />
        </details>
      )}
    </Card>
  )
}

interface DecisionsProps {
  id: string
  title: string
  none: string
  decisions: readonly NamedDecision[]
  reader: Reader
}

function Decisions({ id, title, none, decisions, reader }: DecisionsProps) {
  const said = reader.say(learningsTexts)
  return (
    <Card id={id} title={title}>
      {decisions.length === 0 && <p class="soft">{none}</p>}
      <ul class="stack-s">
        {decisions.map(({ source, themeId, title, decision, reason, decidedAt, decidedBy }) => (
          <li key={source.id}>
            <a class="strong way-on" href={`/learnings/themes/${themeId}`}>
              {title}
            </a>
            <p>{reason}</p>
            <p class="soft small">
              {said.states[decision]} · {decidedBy.name && `${decidedBy.name}, `}
              {reader.date(reader.dateOf(new Date(decidedAt)), 'dated')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function writtenIn({ closedAt, closedBy }: Closing, reader: Reader): string {
  const texts = reader.say(closingTexts)
  const day = closedAt ? reader.date(reader.dateOf(closedAt), 'dated') : ''
  return closedBy?.name ? texts.written(closedBy.name, day) : texts.writtenAlone(day)
}

/** What a season set out to do, did, learned, decided and decided not to do: from data alone, to be printed. */
export function ClosingPage({
  view,
  reader,
  told
}: {
  view: ClosingView
  reader: Reader
  told: string | undefined
}) {
  const texts = reader.say(closingTexts)
  const { season, closing, rights } = view
  const parts = { closing, reader }
  return (
    <article class="stack closing">
      <SeasonHead season={season} page="closing" title={texts.title(season.name)} reader={reader} />
      <Told text={told} />
      {closing.isFrozen ? (
        <p class="soft">{writtenIn(closing, reader)}</p>
      ) : (
        <Note tone="warm">
          <p>{texts.notFrozen}</p>
          {season.state === 'over' && rights.mayDeclare && (
            <>
              <p class="soft">{texts.closeHint}</p>
              <div>
                <Action to={`/seasons/${season.id}/closing`}>{texts.close}</Action>
              </div>
            </>
          )}
        </Note>
      )}
      <SetOut {...parts} />
      <Did {...parts} />
      <Learned {...parts} />
      <Decisions
        id="decided"
        title={texts.decided}
        none={texts.noneDecided}
        decisions={closing.decided}
        reader={reader}
      />
      <Decisions
        id="declined"
        title={texts.decidedNotTo}
        none={texts.noneDeclined}
        decisions={closing.decidedNotTo}
        reader={reader}
      />
      <Card id="gap" title={texts.gap}>
        <GapPicture gap={closing.gap} reader={reader} />
        <Pains gap={closing.gap} reader={reader} />
      </Card>
    </article>
  )
}
