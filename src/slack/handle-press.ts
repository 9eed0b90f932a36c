import type { AnyContext } from '../context.ts'
import { Refusal } from '../lib/errors.ts'
import { BUTTON_ACTS, type ButtonAct } from '../notices/buttons.ts'
import { sayRefusal } from '../web/refusals/say-refusal.ts'
import { ACTS } from './acts.ts'
import { context, escaped } from './blocks.ts'
import { SlackRefused } from './errors-of-slack.ts'
import { openLearning } from './hand-in-learning.ts'
import type { Pressed } from './payloads.ts'
import { type Person, personOf } from './person.ts'
import type { Slack } from './slack-api.ts'
import { STRANGER } from './texts.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Does what a button says, as the person who pressed it, by the same use case as the API. What has been done stands then
 * where the button was; what was refused is told to them alone, and the button stays.
 */
export async function handlePress(
  visitor: AnyContext,
  slack: Slack,
  pressed: Pressed,
  onError: (error: unknown) => void
) {
  const [{ action_id: name, value = '' }] = pressed.actions as [Pressed['actions'][number]]
  const act = BUTTON_ACTS.find((known) => known === name)
  // A link tells us that it was followed, and so might a button of an older version.
  if (!act || !UUID.test(value)) return
  const person = await personOf(visitor, pressed.user.id)
  if (!person) return whisper(slack, pressed, STRANGER)
  try {
    const said = await doAct(slack, person, pressed, { act, id: value })
    if (said !== null) await showDone(slack, pressed, said)
  } catch (error) {
    if (error instanceof Refusal) return whisper(slack, pressed, refusalText(error, person))
    // A press of more than three seconds ago opens nothing.
    const isLate = error instanceof SlackRefused && /trigger_id/.test(error.code)
    if (!isLate) onError(error)
    await whisper(slack, pressed, isLate ? person.texts.tooLate : person.texts.wentWrong)
  }
}

function refusalText(refusal: Refusal, { reader }: Person): string {
  const { text, details } = sayRefusal(refusal, reader)
  return [text, ...details.map((detail) => `• ${detail}`)].join('\n')
}

/** What was done, in words; null where a form was opened instead. */
async function doAct(
  slack: Slack,
  person: Person,
  { trigger_id: triggerId = '' }: Pressed,
  { act, id }: { act: ButtonAct; id: string }
): Promise<string | null> {
  if (act !== 'learning.write') return ACTS[act](person, id)
  await openLearning(slack, person, id, triggerId)
  return null
}

/** The buttons that were pressed make room for what they did; those of other notices in the message stay. */
async function showDone(slack: Slack, pressed: Pressed, said: string): Promise<void> {
  const { message, channel, actions, response_url: responseUrl, container } = pressed
  const done = context(`✓ ${escaped(said)}`)
  if (message?.blocks && channel && !container?.is_ephemeral) {
    const blocks = message.blocks.map((block) => (block.block_id === actions[0]!.block_id ? done : block))
    const { ts, text = said, metadata } = message
    return slack.api.update(channel.id, ts, { text, blocks }, metadata)
  }
  if (responseUrl) await slack.api.answer(responseUrl, { replace_original: true, text: said, blocks: [done] })
}

async function whisper(slack: Slack, { response_url: responseUrl }: Pressed, text: string): Promise<void> {
  const answer = { response_type: 'ephemeral', replace_original: false, text: escaped(text) }
  if (responseUrl) await slack.api.answer(responseUrl, answer)
}
