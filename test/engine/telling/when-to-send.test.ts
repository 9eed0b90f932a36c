import fc from 'fast-check'
import t from 'tap'
import { afterQuiet } from '../../../src/engine/telling/after-quiet.ts'
import { deliveryState } from '../../../src/engine/telling/delivery-state.ts'
import { neededBy } from '../../../src/engine/telling/needed-by.ts'
import { MOST_ATTEMPTS, retryDelay } from '../../../src/engine/telling/retry-delay.ts'
import { whenToSend } from '../../../src/engine/telling/when-to-send.ts'
import { localTimeOf } from '../../../src/engine/time/local-time-of.ts'

const NIGHT = { startsAt: '20:00', endsAt: '07:00' }
const at = (text: string) => new Date(text)
const OSLO = 'Europe/Oslo'

t.test('quiet hours begin at their start and end at their end', async (t) => {
  const moved = (text: string, quiet = NIGHT) => afterQuiet(at(text), quiet, OSLO).toISOString().slice(5, 16)
  t.equal(moved('2027-03-01T18:59Z'), '03-01T18:59')
  t.equal(moved('2027-03-01T19:00Z'), '03-02T06:00')
  t.equal(moved('2027-03-02T05:59Z'), '03-02T06:00')
  t.equal(moved('2027-03-02T06:00Z'), '03-02T06:00')
  t.equal(moved('2027-03-01T11:30Z', { startsAt: '12:00', endsAt: '13:00' }), '03-01T12:00', 'by day too')
  t.equal(moved('2027-03-01T12:00Z', { startsAt: '12:00', endsAt: '13:00' }), '03-01T12:00')
})

t.test('the morning after a clock change comes at seven by the new clock', async (t) => {
  t.strictSame(afterQuiet(at('2027-03-27T22:00Z'), NIGHT, OSLO), at('2027-03-28T05:00Z'))
  t.strictSame(afterQuiet(at('2027-10-30T22:00Z'), NIGHT, OSLO), at('2027-10-31T06:00Z'))
})

t.test(
  'whatever the zone, the hour and the clock change: never earlier, never in the quiet hours',
  async (t) => {
    const zones = fc.constantFrom(
      OSLO,
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Havana',
      'Pacific/Chatham'
    )
    const times = fc.integer({ min: 0, max: 1439 }).map((m) => {
      const two = (n: number) => String(n).padStart(2, '0')
      return `${two(Math.floor(m / 60))}:${two(m % 60)}`
    })
    const instants = fc.integer({ min: +at('2027-01-01T00:00Z'), max: +at('2028-01-01T00:00Z') })
    fc.assert(
      fc.property(instants, zones, times, times, (ms, zone, startsAt, endsAt) => {
        fc.pre(startsAt !== endsAt)
        const sent = afterQuiet(new Date(ms), { startsAt, endsAt }, zone)
        const time = localTimeOf(sent, zone)
        const passes = endsAt < startsAt
        const isQuiet = passes ? time >= startsAt || time < endsAt : time >= startsAt && time < endsAt
        // Where the clock skips or repeats the end, an hour of it may read as quiet once more.
        const isAtChange = localTimeOf(new Date(+sent - 1), zone) > time || +sent - ms > 23 * 3_600_000
        return +sent >= ms && (!isQuiet || isAtChange || sent.getTime() === ms)
      }),
      { seed: 7, numRuns: 2000 }
    )
    t.pass('2000 nights')
  }
)

t.test('a digest is that of today until eight, and then that of tomorrow', async (t) => {
  const wish = { mode: 'digest' as const, isUrgent: false, neededBy: null, quiet: NIGHT, zone: OSLO }
  const digestOf = (text: string) => whenToSend(at(text), wish)
  t.strictSame(digestOf('2027-03-01T06:59Z'), { nextAt: at('2027-03-01T07:00Z'), digestOn: '2027-03-01' })
  t.strictSame(digestOf('2027-03-01T07:00Z'), { nextAt: at('2027-03-02T07:00Z'), digestOn: '2027-03-02' })
  const sleeper = { ...wish, quiet: { startsAt: '22:00', endsAt: '10:00' } }
  const late = whenToSend(at('2027-03-01T12:00Z'), sleeper)
  t.strictSame(late, { nextAt: at('2027-03-02T09:00Z'), digestOn: '2027-03-02' }, 'not before they are up')
})

t.test('neither night nor digest outlasts what the news is about', async (t) => {
  const now = at('2027-03-01T22:00Z')
  const wish = { isUrgent: false, quiet: NIGHT, zone: OSLO }
  const slotOf = (mode: 'at_once' | 'digest', needed: string) =>
    whenToSend(now, { ...wish, mode, neededBy: at(needed) })
  const atOnce = { nextAt: now, digestOn: null }
  t.strictSame(slotOf('at_once', '2027-03-02T06:00Z'), atOnce)
  t.strictSame(slotOf('at_once', '2027-03-02T06:01Z'), { nextAt: at('2027-03-02T06:00Z'), digestOn: null })
  t.strictSame(slotOf('digest', '2027-03-02T06:30Z'), { nextAt: at('2027-03-02T06:00Z'), digestOn: null })
  t.strictSame(slotOf('digest', '2027-03-02T07:30Z'), {
    nextAt: at('2027-03-02T07:00Z'),
    digestOn: '2027-03-02'
  })
  t.strictSame(whenToSend(now, { ...wish, mode: 'digest', isUrgent: true, neededBy: null }), atOnce)
})

t.test('what is needed by when is the first start that lies ahead, however deep it stands', async (t) => {
  const now = at('2027-03-01T12:00Z')
  const facts = {
    given: [{ startsAt: '2027-03-05T08:00:00Z' }, { shift: { startsAt: '2027-03-03T08:00:00Z' } }],
    taken: [{ startsAt: '2027-03-01T08:00:00Z' }],
    startsAt: 'soon'
  }
  t.strictSame(neededBy(facts, now), at('2027-03-03T08:00Z'))
  t.equal(neededBy({ endsAt: '2027-03-05T08:00:00Z' }, now), null)
  t.equal(neededBy(null, now), null)
})

t.test('waits grow to four hours, differ by chance, and end', async (t) => {
  for (let attempts = 1; attempts < MOST_ATTEMPTS; attempts += 1) {
    const [least, usual, most] = [0, 0.5, 1].map((chance) => retryDelay(attempts, chance)!)
    t.ok(least! < usual! && usual! < most!)
    t.ok(usual! <= 240 * 60_000)
  }
  t.equal(retryDelay(MOST_ATTEMPTS, 0), null)
})

t.test('a delivery is in one state, the furthest that its instants tell', async (t) => {
  const now = at('2027-03-01T12:00Z')
  const none = { sentAt: null, skippedAt: null, failedAt: null, claimedUntil: null, lastError: null }
  const states = [
    deliveryState({ ...none, lastError: '451', claimedUntil: at('2027-03-01T12:01Z') }, now),
    deliveryState({ ...none, lastError: '451', claimedUntil: now }, now),
    deliveryState({ ...none, failedAt: now, lastError: '550' }, now),
    deliveryState({ ...none, skippedAt: now }, now),
    deliveryState({ ...none, sentAt: now, claimedUntil: at('2027-03-01T12:01Z') }, now)
  ]
  t.strictSame(states, ['sending', 'retrying', 'failed', 'skipped', 'sent'])
})
