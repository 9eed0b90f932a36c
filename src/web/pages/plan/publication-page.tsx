import type { readPublication } from '../../../rotations/read-publications.ts'
import { Action } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Dialog, DialogLink } from '../../components/dialog.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Note, Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { planTexts } from '../../texts/plan.ts'
import { daysInWords } from './days.ts'

type Publication = Awaited<ReturnType<typeof readPublication>>

interface Props {
  publication: Publication
  mayChange: boolean
  reader: Reader
}

/** Shifts in a few words: "Tue 2 Mar 09:00–13:00". */
export function Spans({
  spans,
  reader
}: {
  spans: readonly { startsAt: Date; endsAt: Date }[]
  reader: Reader
}) {
  if (spans.length === 0) return null
  return (
    <ul class="spans">
      {spans.map(({ startsAt, endsAt }) => (
        <li key={startsAt.toISOString()}>
          {reader.shortDay(startsAt)} {reader.span(startsAt, endsAt)}
        </li>
      ))}
    </ul>
  )
}

function NotRestored({ publication: { reversion, people }, reader }: Omit<Props, 'mayChange'>) {
  const texts = reader.say(planTexts)
  if (!reversion || reversion.notRestored.length === 0) return null
  const nameOf = (id: string) => people.find(({ employeeId }) => employeeId === id)?.name ?? ''
  return (
    <Note tone="warm">
      <p class="strong">{texts.notRestored}</p>
      <ul>
        {reversion.notRestored.map(({ employeeId, shiftId, startsAt, cause }) => (
          <li key={`${employeeId} ${shiftId}`}>
            {nameOf(employeeId)}, {reader.shortDay(new Date(startsAt))}: {texts.causes[cause]}
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** What one publication gave and took, and the way to undo it. */
export function PublicationPage({
  publication,
  mayChange,
  reader,
  told
}: Props & { told: string | undefined }) {
  const texts = reader.say(planTexts)
  const { id, rotationId, rotationName, revertedAt, people } = publication
  const days = daysInWords(publication, reader)
  return (
    <>
      <PageHead
        title={texts.publicationTitle}
        back={{ href: `/plan/${rotationId}`, label: rotationName }}
        intro={`${days} · ${texts.by(publication.publishedBy?.name ?? 'Lyttepost', reader.shortDay(publication.publishedAt))}`}
      >
        {revertedAt && <Badge tone="warm">{texts.reverted}</Badge>}
        {mayChange && !revertedAt && (
          <DialogLink opens="revert" icon="undo">
            {texts.revert}
          </DialogLink>
        )}
      </PageHead>
      <Told text={told} />
      <NotRestored publication={publication} reader={reader} />
      <Card id="who" title={texts.whoGot} hint={texts.seatsGiven(publication.given, publication.taken)}>
        {people.length === 0 ? (
          <p class="soft">{texts.noneTouched}</p>
        ) : (
          <DataTable
            caption={texts.whoGot}
            rows={people}
            keyOf={({ employeeId }) => employeeId}
            columns={[
              { heading: texts.person, value: ({ name }) => name },
              { heading: texts.gets, value: ({ given }) => <Spans spans={given} reader={reader} /> },
              { heading: texts.loses, value: ({ taken }) => <Spans spans={taken} reader={reader} /> }
            ]}
          />
        )}
      </Card>
      {mayChange && !revertedAt && (
        <Dialog id="revert" title={texts.revertTitle} reader={reader}>
          <div class="stack-s">
            <p>{texts.revertHint}</p>
            <Action to={`/plan/publications/${id}/revert`} tone="danger" icon="undo">
              {texts.revert}
            </Action>
          </div>
        </Dialog>
      )}
    </>
  )
}
