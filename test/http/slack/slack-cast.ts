import { addMinutes } from 'date-fns'
import type { Test } from 'tap'
import type { AnyContext } from '../../../src/context.ts'
import { deliverNotices } from '../../../src/notices/outbox/deliver-notices.ts'
import type { Post } from '../../../src/notices/post.ts'
import { slackSender } from '../../../src/notices/slack/slack-sender.ts'
import { linkPeople } from '../../../src/slack/link-people.ts'
import { openSlack } from '../../../src/slack/slack-api.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertSmallCompany } from '../../helpers/people.ts'
import { fakeSlack } from '../../helpers/slack/fake-slack.ts'
import { letterbox, PUBLIC_URL, tell } from '../notices/notices-cast.ts'

/** A clock that the fake Slack and the application share, set before either is there. */
function sharedClock(start: string) {
  let current = new Date(start)
  const set = (instant: Date) => {
    current = instant
  }
  return { now: () => new Date(current), set }
}

interface Options {
  now?: string
  /** Milliseconds a press or command gets before it is answered that it goes on. */
  answerMs?: number
  logTo?: import('node:stream').Writable
}

/** The small company with the application, a Slack in which everybody is, and no mail. */
export async function slackHouse(
  t: Test,
  { now = '2027-03-01T08:00:00Z', answerMs = 20_000, ...rest }: Options = {}
) {
  const time = sharedClock(now)
  const slack = await fakeSlack(t, time.now)
  const opened = openSlack(slack.settings, answerMs)
  const logging = rest.logTo ? { logTo: rest.logTo, logLevel: 'info' } : {}
  const { db, app, as, clock, pool } = await testApp(t, {
    now,
    slack: opened,
    publicUrl: PUBLIC_URL,
    ...logging
  })
  const company = await insertSmallCompany(db)
  const { support, product, ...people } = company
  const userOf = new Map<string, ReturnType<typeof slack.workspace.addUser>>()
  for (const person of Object.values(people)) userOf.set(person.id, slack.workspace.addUser(person.email))
  const post: Post = {
    ...{ publicUrl: PUBLIC_URL, channels: { slack: slackSender(opened, PUBLIC_URL) }, chance: () => 0.5 },
    unsubscribeUrl: () => `${PUBLIC_URL}/unsubscribe/x`
  }
  const system: AnyContext = { db, now: clock.now, actor: null, requestId: null, post, slack: opened }
  const user = ({ id }: { id: string }) => userOf.get(id)!
  const setTime = (instant: string) => {
    time.set(new Date(instant))
    clock.set(instant)
  }
  return {
    ...{
      ...company,
      people: people as Record<string, Employee>,
      db,
      pool,
      app,
      as,
      clock,
      slack,
      opened,
      system,
      user
    },
    setTime,
    later: (minutes: number) => setTime(addMinutes(clock.now(), minutes).toISOString()),
    link: () => linkPeople(system),
    deliver: (ctx: AnyContext = system) => deliverNotices(ctx),
    tell: (employee: { id: string }, kind: string, facts: Record<string, unknown> = {}) =>
      tell(db, clock.now(), employee, kind, facts),
    /** What Slack shows of our messages to somebody. */
    inbox: (employee: { id: string }) => slack.workspace.directTo(user(employee)),
    /** The conversation of the app with somebody. */
    direct: (employee: { id: string }) => `D${user(employee).id.slice(1)}`
  }
}

export type SlackHouse = Awaited<ReturnType<typeof slackHouse>>

/** Mail beside Slack, to see what goes by which. */
export function withMail(house: SlackHouse) {
  const box = letterbox()
  const { system } = house
  const post: Post = { ...system.post!, channels: { ...system.post!.channels, email: box.sender } }
  return { ...box, both: { ...system, post } }
}

/** The texts of the blocks of a message, below each other. */
export const wordsOf = ({ blocks }: { blocks: Record<string, unknown>[] }): string =>
  blocks
    .flatMap((block) => [block, ...((block.elements ?? []) as Record<string, unknown>[])])
    .map(({ text, type }) => {
      if (type === 'mrkdwn') return String(text)
      return (text as { text?: string } | undefined)?.text ?? ''
    })
    .filter(Boolean)
    .join('\n')
