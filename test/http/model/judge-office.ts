import { closeSwaps } from './closing.ts'
import type { Operation } from './operations.ts'
import { brokenRules } from './rules.ts'
import { NotExplained, type Outcome, refused, type Verdict } from './verdict.ts'
import { inForce, leadsOf, type World } from './world.ts'

type Office = Extract<Operation, { kind: 'quota' | 'join' | 'deactivate' | 'leave' | 'publish' }>

/** What the office does: quotas, people who come and go, publications. Nothing to do is `ok` and no more. */
export function judgeOffice(world: World, operation: Office): Verdict {
  switch (operation.kind) {
    case 'quota':
      return judgeQuota(world, operation)
    case 'join':
      return judgeJoining(world, operation.who)
    case 'deactivate':
      return judgeDeactivation(world, operation.who)
    case 'leave':
      return judgeLeaving(world, operation)
    case 'publish':
      return judgePublication(world, operation.draftId)
  }
}

function judgeQuota(world: World, operation: Extract<Office, { kind: 'quota' }>): Verdict {
  const { teamId, fromOn } = operation
  const actor = world.people.get(operation.actor)!
  if (!actor.isOffice && !actor.leads) return refused('NOT_ALLOWED')
  if (!actor.isOffice && actor.leads !== teamId) return refused('QUOTA_NOT_YOURS')
  const key = `${teamId} ${fromOn}`
  if (world.quotas.has(key)) return refused('QUOTA_TAKEN')
  return {
    answer: 'ok',
    happens: (after) => {
      after.quotas.add(key)
      return []
    }
  }
}

function judgeJoining(world: World, who: string): Verdict {
  const { isHere, leavesOn } = world.people.get(who)!
  if (isHere && leavesOn === null) return { answer: 'ok' }
  return {
    answer: 'ok',
    happens: (after) => {
      Object.assign(after.people.get(who)!, { isHere: true, leavesOn: null })
      return []
    }
  }
}

function judgeLeaving(world: World, { who, leavesOn }: Extract<Office, { kind: 'leave' }>): Verdict {
  if (world.people.get(who)!.leavesOn === leavesOn) return { answer: 'ok' }
  return {
    answer: 'ok',
    happens: (after) => {
      after.people.get(who)!.leavesOn = leavesOn
      return []
    }
  }
}

function judgeDeactivation(world: World, who: string): Verdict {
  if (!world.people.get(who)!.isHere) return { answer: 'ok' }
  return {
    answer: 'ok',
    happens: (after) => {
      const person = after.people.get(who)!
      Object.assign(person, { isHere: false, isSignedIn: false })
      const ahead = inForce(after).filter((seat) => seat.who === who && seat.from >= after.now)
      const buddies = new Set(ahead.flatMap(({ shiftId }) => buddyOn(after, shiftId, who)))
      for (const seat of ahead) seat.isReleased = true
      const told = [
        ...leadsOf(after, person).map((id) => `employee-deactivated ${id}`),
        ...[...buddies].map((id) => `guest-left ${id}`)
      ]
      const seats = ahead.map(({ id }) => id)
      return [...told, ...closeSwaps(after, { seats, people: [who], cause: 'deactivated' })]
    }
  }
}

/** The host who would wait for this guest of the shift: guests are dealt out over its hosts in turn, both by id. */
function buddyOn(world: World, shiftId: string, guest: string): string[] {
  const people = inForce(world)
    .flatMap((seat) => (seat.shiftId === shiftId ? [seat.who] : []))
    .sort()
  const isHost = (id: string) => world.people.get(id)!.isHost
  const hosts = people.filter(isHost)
  const turn = people.filter((id) => !isHost(id)).indexOf(guest)
  return turn < 0 || hosts.length === 0 ? [] : [hosts[turn % hosts.length]!]
}

/** Rules of whole plans, which a planner may bend, are none of a single seat's. */
const OF_PLANS = new Set(['missing-host', 'newcomers-alone', 'no-change', 'already-started'])

/** What it changes was chosen by the planner; the model holds it to the rules. */
function judgePublication(world: World, draftId: string): Verdict {
  if (world.publishedDrafts.has(draftId)) return { answer: 'ok' }
  return {
    answer: 'ok',
    happens: (after, outcome) => {
      after.publishedDrafts.add(draftId)
      const taken = outcome.taken.map((id) => after.seats.get(id))
      if (taken.some((seat) => !seat || seat.isReleased)) throw new NotExplained('took what nobody had')
      for (const seat of taken) seat!.isReleased = true
      refuseBroken(after, outcome)
      for (const seat of outcome.made) after.seats.set(seat.id, { ...seat, isReleased: false })
      const touched = new Set([...taken.map((seat) => seat!.who), ...outcome.made.map(({ who }) => who)])
      return [
        ...[...touched].map((id) => `rotation-published ${id}`),
        ...closeSwaps(after, { seats: outcome.taken, cause: 'changed_hands' })
      ]
    }
  }
}

function refuseBroken(world: World, { made }: Outcome): void {
  const moves = made.map(({ shiftId, who, from, to }) => ({ shiftId, giver: null, taker: who, from, to }))
  const broken = brokenRules(world, moves).filter((rule) => !OF_PLANS.has(rule))
  if (broken.length > 0) throw new NotExplained(`published against ${broken.join()}`)
}
