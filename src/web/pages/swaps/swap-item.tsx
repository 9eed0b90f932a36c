import type { ComponentChildren } from 'preact'
import type { SwapView } from '../../../swaps/read-swaps.ts'
import { ShiftLine } from '../../components/shift-line.tsx'
import { Badge, type BadgeTone } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { swapsTexts } from '../../texts/swaps.ts'

const TONES: Record<SwapView['state'], BadgeTone> = {
  proposed: 'warm',
  awaiting_approval: 'warm',
  accepted: 'good',
  declined: 'soft',
  refused: 'bad',
  withdrawn: 'soft',
  expired: 'soft',
  undone: 'soft',
  closed: 'soft'
}

type Seat = NonNullable<SwapView['give']>

/** What it is about, as the reader sees it. */
function headingOf(swap: SwapView, me: string, reader: Reader): string {
  const texts = reader.say(swapsTexts)
  const { proposer, kind, asks, give, acceptedBy } = swap
  if (proposer.id === me) {
    return kind === 'open_seat'
      ? texts.youTook
      : texts.youAsk(asks.map(({ employee }) => employee.name).join(', '))
  }
  if (asks.every(({ employee }) => employee.id !== me))
    return texts.agreed(proposer.name, acceptedBy?.name ?? '')
  if (kind === 'swap') return texts.asksSwap(proposer.name)
  return give ? texts.asksCover(proposer.name) : texts.offersToTake(proposer.name)
}

function SeatLine({ seat, label, reader }: { seat: Seat; label: string | null; reader: Reader }) {
  return (
    <ShiftLine
      shift={seat}
      rotation={{ id: seat.rotationId, name: seat.rotationName }}
      reader={reader}
      about={label && <span class="label">{label}</span>}
    />
  )
}

/** The seats that change hands, each with whether the reader gives or gets it. */
function Seats({ swap, me, reader }: { swap: SwapView; me: string; reader: Reader }) {
  const texts = reader.say(swapsTexts)
  const isMine = swap.proposer.id === me
  const takes = swap.asks.flatMap(({ take }) => (take ? [take] : []))
  const isSwap = swap.give !== null && takes.length > 0
  const label = (isGiven: boolean) => (isSwap ? (isGiven === isMine ? texts.youGive : texts.youGet) : null)
  return (
    <ul class="rows swap-seats">
      {swap.give && <SeatLine seat={swap.give} label={label(true)} reader={reader} />}
      {takes.map((take) => (
        <SeatLine key={take.assignmentId} seat={take} label={label(false)} reader={reader} />
      ))}
    </ul>
  )
}

interface ItemProps {
  swap: SwapView
  me: string
  reader: Reader
  /** What the reader may do about it. */
  children?: ComponentChildren
}

/** One swap, cover or taken seat: who wants what, until when, in which state. */
export function SwapItem({ swap, me, reader, children }: ItemProps) {
  const texts = reader.say(swapsTexts)
  const { part, message, othersAsked, state, expiresAt } = swap
  const isOpen = state === 'proposed' || state === 'awaiting_approval'
  return (
    <li class="swap">
      <div class="row apart">
        <h3>{headingOf(swap, me, reader)}</h3>
        <Badge tone={TONES[state]}>{texts.states[state]}</Badge>
      </div>
      <Seats swap={swap} me={me} reader={reader} />
      {swap.counterOf && <p class="small soft">{texts.isCounter}</p>}
      {part && <p>{texts.part(reader.span(part.startsAt, part.endsAt))}</p>}
      {message && <blockquote>{message}</blockquote>}
      {(isOpen || othersAsked > 0) && (
        <p class="small soft">
          {othersAsked > 0 && `${texts.alsoAsked(othersAsked)} `}
          {isOpen && texts.until(`${reader.shortDay(expiresAt)} ${reader.time(expiresAt)}`)}
        </p>
      )}
      {children && <div class="row">{children}</div>}
    </li>
  )
}
