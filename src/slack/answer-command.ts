import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { listProposedHours } from '../hours/read-hours.ts'
import { readMyBalance } from '../hours/read-my-balance.ts'
import { listLearningsOwed } from '../learnings/list-learnings-owed.ts'
import type { ButtonAct } from '../notices/buttons.ts'
import { readMyShifts } from '../shifts/read-my-shifts.ts'
import { readNow } from '../shifts/read-now.ts'
import type { ShiftView } from '../shifts/read-shifts.ts'
import { rankOpenSeats } from '../swaps/rank-open-seats.ts'
import { readSwaps, type SwapView } from '../swaps/read-swaps.ts'
import { actions, type Block, button, clip, escaped, section } from './blocks.ts'
import { type Person, whenOf } from './person.ts'

/** Of everything at most so many: the rest is a click away. */
const FEW = 5
const MOST_ROTATIONS = 20

type Say = (person: Person, publicUrl: string) => Promise<Block[]>

/** What `/support` answers, by its first word, from the same reading functions as page and API. */
const COMMANDS: Readonly<Record<string, Say>> = {
  me: async (person) => [...(await myShifts(person)), ...(await whatWaits(person))],
  now: (person) => whoIsOn(person, 'now'),
  next: (person) => whoIsOn(person, 'next'),
  swap: whatCouldChange
}

/** Anything else is answered with what can be asked. */
export async function answerCommand(person: Person, text: string, publicUrl: string): Promise<Block[]> {
  const word = text.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (command) return command(person, publicUrl)
  const { unknown, help } = person.texts
  const known = word === '' || word === 'help' ? [] : [escaped(unknown(clip(word, 40)))]
  return [section([...known, help].join('\n'))]
}

const bold = (text: string) => `*${escaped(text)}*`
const listed = (title: string, lines: string[], none: string) =>
  section(
    [bold(title), ...(lines.length > 0 ? lines.map((line) => `• ${escaped(line)}`) : [escaped(none)])].join(
      '\n'
    )
  )

async function myShifts(person: Person): Promise<Block[]> {
  const { ctx, reader, texts } = person
  const shifts = (await readMyShifts(ctx)).slice(0, FEW)
  const balance = await readMyBalance(ctx, quarterOf(localDateOf(ctx.now(), ctx.actor.timeZone)))
  const lines = shifts.map((seat) => {
    const buddy = seat.buddy ? `; ${texts.buddy(seat.buddy.name)}` : ''
    return `${whenOf(person, seat)}: ${seat.shift.rotation.name}${buddy}`
  })
  const hours = texts.balance(reader.hours(balance.workedMinutes), reader.hours(balance.dueMinutes))
  return [listed(texts.myShifts, lines, texts.noShifts), section(escaped(hours))]
}

/** Hours to confirm and shifts to tell of, with their buttons. */
async function whatWaits(person: Person): Promise<Block[]> {
  const { ctx, texts } = person
  const hours = (await listProposedHours(ctx, ctx.actor.employeeId)).filter(
    ({ confirmUntil }) => confirmUntil > ctx.now()
  )
  const owed = await listLearningsOwed(ctx)
  return [
    ...hours.slice(0, FEW).flatMap((seat) => {
      const buttons = [pressable('hours.confirm', texts.acts.confirm, seat.assignmentId)]
      return question(
        texts.toConfirm(seat.rotationName, whenOf(person, seat)),
        `hours-${seat.assignmentId}`,
        buttons
      )
    }),
    ...owed.slice(0, FEW).flatMap((seat) => {
      const buttons = [
        pressable('learning.write', texts.acts.write, seat.shiftId),
        pressable('learning.nothing', texts.acts.nothing, seat.shiftId)
      ]
      return question(
        texts.toTell(seat.rotationName, whenOf(person, seat)),
        `learning-${seat.shiftId}`,
        buttons
      )
    })
  ]
}

const pressable = (act: ButtonAct, label: string, id: string) => button(act, label, id)
const question = (text: string, id: string, buttons: unknown[]): Block[] => [
  section(escaped(text)),
  actions(id, buttons)
]

async function whoIsOn(person: Person, which: 'now' | 'next'): Promise<Block[]> {
  const { ctx, texts } = person
  const rotations = (await readNow(ctx)).slice(0, MOST_ROTATIONS)
  const lines = rotations.map((rotation) => {
    const shift = rotation[which]
    return `${rotation.rotation.name}: ${shift ? `${whenOf(person, shift)}, ${peopleOf(person, shift)}` : texts.nobodyOn}`
  })
  return [listed(which === 'now' ? texts.onNow : texts.onNext, lines, texts.nothingPlanned)]
}

function peopleOf({ texts }: Person, { people, openSeats }: ShiftView): string {
  const names = people.map(({ name }) => name)
  return [...names, ...(openSeats > 0 ? [texts.open(openSeats)] : [])].join(', ') || texts.nobodyOn
}

/** What the person is asked and the seats they could take, and where to ask others. */
async function whatCouldChange(person: Person, publicUrl: string): Promise<Block[]> {
  const { ctx, texts } = person
  const me = ctx.actor.employeeId
  const isWaiting = ({ state, asks }: SwapView) =>
    state === 'proposed' && asks.some(({ employee, answer }) => employee.id === me && answer === 'open')
  const { items } = await readSwaps(ctx, { view: 'asked', limit: 30 })
  const asked = items.filter(isWaiting).slice(0, FEW)
  const seats = (await rankOpenSeats(ctx)).slice(0, FEW)
  const link = section(`<${publicUrl}/swaps|${escaped(texts.offer)}>`)
  if (asked.length === 0 && seats.length === 0) return [section(escaped(texts.noSwaps)), link]
  return [
    ...(asked.length > 0 ? [section(bold(texts.askedOfYou))] : []),
    ...asked.flatMap((swap) =>
      question(askText(person, swap), `swap-${swap.id}`, [
        pressable('swap.accept', texts.acts.accept, swap.id),
        pressable('swap.decline', texts.acts.decline, swap.id)
      ])
    ),
    ...(seats.length > 0 ? [section(bold(texts.openSeats))] : []),
    ...seats.flatMap((seat) =>
      question(`${seat.rotation.name}: ${whenOf(person, seat)}`, `seat-${seat.shiftId}`, [
        pressable('seat.take', texts.acts.take, seat.shiftId)
      ])
    ),
    link
  ]
}

function askText(person: Person, { proposer, give, part, asks }: SwapView): string {
  const { texts, ctx } = person
  const take = asks.find(({ employee }) => employee.id === ctx.actor.employeeId)?.take ?? null
  const given = part ?? give
  const what = given ? whenOf(person, given) : ''
  return take
    ? texts.asksSwap(proposer.name, what, whenOf(person, take))
    : texts.asksCover(proposer.name, what)
}
