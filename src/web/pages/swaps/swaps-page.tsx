import type { OpenSeat } from '../../../swaps/rank-open-seats.ts'
import type { SwapView } from '../../../swaps/read-swaps.ts'
import { Action, Button, LinkButton } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { TextField } from '../../components/field.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Pagination } from '../../components/pagination.tsx'
import { ShiftLine } from '../../components/shift-line.tsx'
import { Badge, EmptyState, Told } from '../../components/told.tsx'
import type { SwapsPageView } from '../../read-swaps-page.ts'
import type { Reader } from '../../reader.ts'
import { swapsTexts } from '../../texts/swaps.ts'
import { SwapItem } from './swap-item.tsx'

interface PartProps {
  view: SwapsPageView
  reader: Reader
}

function Asked({ view, reader }: PartProps) {
  const texts = reader.say(swapsTexts)
  const next = view.nextAsked && `/swaps?cursor=${encodeURIComponent(view.nextAsked)}`
  return (
    <Card id="asked" title={texts.asked}>
      {view.asked.length === 0 && (
        <EmptyState icon="swap" title={texts.noneAsked}>
          <p>{texts.noneAskedHint}</p>
        </EmptyState>
      )}
      <ul class="swaps">
        {view.asked.map((swap) => (
          <SwapItem key={swap.id} swap={swap} me={view.me} reader={reader}>
            <Action to={`/swaps/${swap.id}/acceptance`} icon="check" about={swap.proposer.name}>
              {texts.accept}
            </Action>
            <Action to={`/swaps/${swap.id}/decline`} tone="plain" about={swap.proposer.name}>
              {texts.decline}
            </Action>
            <LinkButton href={`/swaps/${swap.id}/counter`} tone="quiet" about={swap.proposer.name}>
              {texts.counter}
            </LinkButton>
          </SwapItem>
        ))}
      </ul>
      <Pagination reader={reader} first={view.isFirst ? null : '/swaps'} next={next} />
    </Card>
  )
}

function ToApprove({ view, reader }: PartProps) {
  const texts = reader.say(swapsTexts)
  if (view.toApprove.length === 0) return null
  return (
    <Card id="approve" title={texts.toApprove}>
      <ul class="swaps">
        {view.toApprove.map((swap) => (
          <SwapItem key={swap.id} swap={swap} me={view.me} reader={reader}>
            <Action to={`/swaps/${swap.id}/approval`} icon="check" about={swap.proposer.name}>
              {texts.approve}
            </Action>
            <details>
              <summary>{texts.refuse}</summary>
              <form method="post" action={`/swaps/${swap.id}/refusal`} class="fields">
                <TextField
                  id={`refuse-${swap.id}`}
                  name="reason"
                  label={texts.refuseReason}
                  maxLength={500}
                />
                <Button tone="danger">{texts.refuse}</Button>
              </form>
            </details>
          </SwapItem>
        ))}
      </ul>
    </Card>
  )
}

/** Taking back what nobody has answered, or undoing what is done, while that is open. */
function Back({ swap, me, reader }: { swap: SwapView; me: string; reader: Reader }) {
  const texts = reader.say(swapsTexts)
  if (swap.state !== 'accepted') {
    if (swap.proposer.id !== me) return null
    return (
      <Action to={`/swaps/${swap.id}/withdrawal`} tone="plain">
        {texts.withdraw}
      </Action>
    )
  }
  return (
    <>
      <Action to={`/swaps/${swap.id}/undo`} tone="plain" icon="undo">
        {texts.undo}
      </Action>
      {swap.undoUntil && <small>{texts.undoUntil(reader.time(swap.undoUntil))}</small>}
    </>
  )
}

function Offered({ view, reader }: PartProps) {
  const texts = reader.say(swapsTexts)
  return (
    <Card id="offered" title={texts.offered}>
      {view.live.length === 0 && <p class="soft">{texts.noneOffered}</p>}
      <ul class="swaps">
        {view.live.map((swap) => (
          <SwapItem key={swap.id} swap={swap} me={view.me} reader={reader}>
            <Back swap={swap} me={view.me} reader={reader} />
          </SwapItem>
        ))}
      </ul>
      {view.past.length > 0 && (
        <details>
          <summary>
            {texts.past} ({view.past.length})
          </summary>
          <ul class="swaps">
            {view.past.map((swap) => (
              <SwapItem key={swap.id} swap={swap} me={view.me} reader={reader} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function Wish({ wish, reader }: { wish: OpenSeat['wish']; reader: Reader }) {
  const texts = reader.say(swapsTexts)
  if (wish === 'love') return <Badge tone="good">{texts.loves}</Badge>
  return wish === 'fine' ? null : <Badge tone="warm">{texts.ratherNot}</Badge>
}

function OpenSeats({ view, reader }: PartProps) {
  const texts = reader.say(swapsTexts)
  return (
    <Card id="open" title={texts.open} hint={texts.openHint}>
      {view.seats.length === 0 && <p class="soft">{texts.noneOpen}</p>}
      <ul class="rows">
        {view.seats.map((seat) => (
          <ShiftLine
            key={seat.shiftId}
            shift={seat}
            rotation={seat.rotation}
            reader={reader}
            about={
              <span>
                <Wish wish={seat.wish} reader={reader} />
              </span>
            }
          >
            <Action to={`/swaps/seats/${seat.shiftId}`} tone="plain" about={reader.day(seat.startsAt)}>
              {texts.take}
            </Action>
          </ShiftLine>
        ))}
      </ul>
    </Card>
  )
}

/** What I am asked, what I offered, what I may approve, and open seats that suit me. */
export function SwapsPage({ view, reader, told }: PartProps & { told: string | undefined }) {
  const texts = reader.say(swapsTexts)
  return (
    <>
      <Told text={told} />
      <PageHead title={texts.title} intro={texts.intro} />
      <div data-live="/me/events">
        <div class="columns even" data-live-part>
          <div class="stack">
            <Asked view={view} reader={reader} />
            <ToApprove view={view} reader={reader} />
            <Offered view={view} reader={reader} />
          </div>
          <OpenSeats view={view} reader={reader} />
        </div>
      </div>
    </>
  )
}
