import { Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Avatar } from '../../components/people.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import { DateTile, Times } from '../../components/when.tsx'
import type { TakersView } from '../../read-takers.ts'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { takersTexts } from '../../texts/takers.ts'
import { PartField } from './part-field.tsx'

interface PartProps {
  view: TakersView
  reader: Reader
}

function Message({ id, reader }: { id: string; reader: Reader }) {
  const texts = reader.say(takersTexts)
  const { optional } = reader.say(frameTexts)
  return <TextField id={id} name="message" label={texts.message} optional={optional} maxLength={500} long />
}

function Candidates({ view, reader }: PartProps) {
  const texts = reader.say(takersTexts)
  const { shift, takers } = view
  return (
    <Card id="choose" title={texts.choose} hint={texts.chooseHint}>
      <form method="post" action={`/shifts/${shift.id}/proposals`} class="fields">
        <ul class="rows">
          {takers.items.map(({ employee, reasons, rank }) => (
            <li key={employee.id}>
              <label class="pick">
                <input type="checkbox" name="asked" value={employee.id} checked={rank === 1} />
                <Avatar id={employee.id} name={employee.name} />
                <span class="main">
                  <span class="strong">{employee.name}</span>{' '}
                  {employee.isHost && <Badge tone="good">{reader.say(frameTexts).host}</Badge>}
                  <small class="block">
                    {reasons.map(({ reason }) => texts.reasons[reason]).join('\u00a0· ')}
                  </small>
                </span>
              </label>
              <LinkButton
                href={`/shifts/${shift.id}/takers?with=${employee.id}#swap`}
                tone="quiet"
                about={employee.name}
              >
                {texts.orSwap}
              </LinkButton>
            </li>
          ))}
        </ul>
        <PartField id="part" seat={view.mine} reader={reader} />
        <Message id="message" reader={reader} />
        <Button icon="swap">{texts.ask}</Button>
      </form>
    </Card>
  )
}

function InReturn({ view, reader }: PartProps) {
  const texts = reader.say(takersTexts)
  const { shift, partner, theirs } = view
  if (!partner) return null
  if (theirs.length === 0)
    return (
      <Card id="swap" title={texts.swapWith(partner.name)}>
        {texts.swapNone(partner.name)}
      </Card>
    )
  return (
    <Card id="swap" title={texts.swapWith(partner.name)} hint={texts.swapHint}>
      <form method="post" action={`/shifts/${shift.id}/proposals`} class="fields">
        <input type="hidden" name="asked" value={partner.id} />
        <ul class="rows">
          {theirs.map((seat, at) => (
            <li key={seat.assignmentId}>
              <label class="pick">
                <input type="radio" name="take" value={seat.assignmentId} checked={at === 0} required />
                <DateTile at={seat.startsAt} reader={reader} />
                <span class="main">
                  <span class="strong">
                    <Times span={seat} timeZone={seat.rotation.timeZone} reader={reader} />
                  </span>
                  <small class="block">{seat.rotation.name}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Message id="swap-message" reader={reader} />
        <Button icon="swap">{texts.askSwap}</Button>
      </form>
    </Card>
  )
}

function Against({ view: { takers }, reader }: PartProps) {
  const texts = reader.say(takersTexts)
  if (takers.against.length === 0) return null
  return (
    <details>
      <summary>{texts.against}</summary>
      <dl class="facts">
        {takers.against.map(({ rule, people }) => (
          <div key={rule}>
            <dt class="sentence">{texts.rules[rule]}</dt>
            <dd>{people}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** Who could take my seat, best first with the reasons; one tap asks them. */
export function TakersPage({ view, reader }: PartProps) {
  const texts = reader.say(takersTexts)
  const { shift, takers } = view
  return (
    <>
      <PageHead
        title={texts.title}
        back={{ href: `/shifts/${shift.id}`, label: texts.back }}
        intro={
          <>
            <span class="sentence">{reader.day(view.mine.startsAt)}</span>{' '}
            <Times span={view.mine} timeZone={shift.rotation.timeZone} reader={reader} /> ·{' '}
            {shift.rotation.name}
          </>
        }
      />
      <InReturn view={view} reader={reader} />
      {takers.total === 0 ? (
        <EmptyState icon="team" title={texts.none}>
          <p>{texts.noneHint}</p>
        </EmptyState>
      ) : (
        <>
          <p>{texts.intro(takers.total)}</p>
          <Candidates view={view} reader={reader} />
        </>
      )}
      <Against view={view} reader={reader} />
    </>
  )
}
