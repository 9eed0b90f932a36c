import type { findTakers } from '../../../swaps/find-takers.ts'
import { Action, Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Avatar } from '../../components/people.tsx'
import { Badge, EmptyState } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { frameTexts } from '../../texts/frame.ts'
import { takersTexts } from '../../texts/takers.ts'
import { teamTexts } from '../../texts/team.ts'

export interface SeatTakers {
  seat: { assignmentId: string; employeeId: string; name: string; rotationName: string }
  takers: Awaited<ReturnType<typeof findTakers>>
}

/** Who could take a seat of somebody of the team: ask some of them, or take it over oneself. */
export function TakersPage({ view: { seat, takers }, reader }: { view: SeatTakers; reader: Reader }) {
  const texts = reader.say(teamTexts)
  const said = reader.say(takersTexts)
  const { startsAt, endsAt, items } = takers
  const at = `/team/seats/${seat.assignmentId}`
  return (
    <>
      <PageHead
        title={texts.takersTitle(seat.name)}
        back={{ href: '/team', label: texts.title }}
        intro={
          <span class="sentence">
            {reader.day(startsAt)}, {reader.span(startsAt, endsAt)} · {seat.rotationName}
          </span>
        }
      />
      <div class="columns">
        <Card id="takers" title={texts.takers} {...(items.length > 0 && { hint: texts.takersHint })}>
          {items.length === 0 ? (
            <EmptyState icon="seat" title={texts.noTakers} />
          ) : (
            <form method="post" action={`${at}/proposal`} class="fields">
              <input type="hidden" name="employeeId" value={seat.employeeId} />
              <ul class="rows">
                {items.map(({ employee: { id, name }, reasons }, place) => (
                  <li key={id}>
                    <label class="pick">
                      <input type="checkbox" name="asks" value={id} checked={place < 3} />
                      <Avatar id={id} name={name} />
                      <span>
                        <span class="strong">{name}</span>
                        <span class="soft small block sentence">
                          {reasons.map(({ reason }) => said.reasons[reason]).join(', ')}
                        </span>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
              <TextField
                id="message"
                name="message"
                label={texts.message}
                maxLength={500}
                optional={reader.say(frameTexts).optional}
              />
              <Button icon="swap">{texts.ask}</Button>
            </form>
          )}
        </Card>
        <div class="stack">
          <Card id="self" title={texts.takeNow} hint={texts.takeNowHint}>
            <Action to={`${at}/take`} tone="plain" icon="check">
              {texts.takeNow}
            </Action>
          </Card>
          {takers.against.length > 0 && (
            <Card id="kept" title={texts.kept}>
              <ul class="row">
                {takers.against.map(({ rule, people }) => (
                  <li key={rule}>
                    <Badge>
                      {said.rules[rule]} {reader.number(people)}
                    </Badge>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
