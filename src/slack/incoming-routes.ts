import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { answerCommand } from './answer-command.ts'
import type { Block } from './blocks.ts'
import { SlackRequestNotValid } from './errors.ts'
import { handInLearning, lateView } from './hand-in-learning.ts'
import { handlePress } from './handle-press.ts'
import { openLateWork } from './late-work.ts'
import { LEARNING_FORM, sayingView } from './learning-view.ts'
import { type Command, type Pressed, readCommand, readInteraction, type Submitted } from './payloads.ts'
import { type Person, personOf } from './person.ts'
import type { Slack } from './slack-api.ts'
import { takeRequest } from './take-request.ts'
import { STRANGER } from './texts.ts'

/** Our forms are a few kilobytes; Slack's own bound of a view is 250, and a form writes letters in three. */
const BODY_LIMIT = 256 * 1024

interface Parts {
  slack?: Slack
  publicUrl: string
}

const FORM = 'application/x-www-form-urlencoded'
const route = { config: { access: 'public', idempotency: 'none' }, schema: { hide: true } } as const
const headerOf = (request: FastifyRequest, name: string) => String(request.headers[name] ?? '')
const ephemeral = (text: string, blocks?: Block[]) => ({
  response_type: 'ephemeral',
  text,
  ...(blocks && { blocks })
})

/** What Slack sends: presses, forms and `/support`. Without Slack these addresses do not exist. */
export const slackIncoming: FastifyPluginAsync<Parts> = async (app, { slack, publicUrl }) => {
  if (!slack) return
  const onError = (error: unknown) => app.log.error({ err: error }, 'an answer to Slack failed')
  const late = openLateWork(onError)
  app.addHook('onClose', async () => {
    await late.settled()
  })
  // What is signed are the bytes; nothing else is read here.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    FORM,
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    async (_: unknown, body: Buffer) => body
  )

  /** The form of a request that Slack has signed, and that was not there before. */
  async function formOf(request: FastifyRequest): Promise<URLSearchParams> {
    if (!Buffer.isBuffer(request.body)) throw new SlackRequestNotValid()
    const timestamp = headerOf(request, 'x-slack-request-timestamp')
    const signature = headerOf(request, 'x-slack-signature')
    await takeRequest(request.visitor, { timestamp, signature, body: request.body })
    return new URLSearchParams(request.body.toString())
  }

  app.post('/slack/commands', route, async (request, reply) => {
    const command = readCommand(await formOf(request))
    const person = command && (await personOf(request.visitor, command.user_id))
    if (!command || !person) return reply.send(ephemeral(STRANGER))
    const work = sayCommand(person, command)
    const answer = await late.within(slack.answerMs, work, (body) =>
      slack.api.answer(command.response_url, body)
    )
    return answer ? reply.send(answer) : reply.send('')
  })

  async function sayCommand(person: Person, { text }: Command) {
    try {
      const blocks = await answerCommand(person, text, publicUrl)
      return ephemeral('/support', blocks)
    } catch (error) {
      onError(error)
      return ephemeral(person.texts.wentWrong)
    }
  }

  app.post('/slack/interactions', route, async (request, reply) => {
    const payload = readInteraction(await formOf(request))
    if (payload?.type === 'block_actions') await press(request, payload)
    if (payload?.type === 'view_submission') return reply.send(await submit(request, payload))
    return reply.send('')
  })

  async function press(request: FastifyRequest, pressed: Pressed): Promise<void> {
    const work = handlePress(request.visitor, slack!, pressed, onError).catch(onError)
    await late.within(slack!.answerMs, work, async () => {})
  }

  async function submit(request: FastifyRequest, { user, view }: Submitted) {
    const person = await personOf(request.visitor, user.id)
    if (view.callback_id !== LEARNING_FORM) return ''
    if (!person) return { response_action: 'errors', errors: { type: STRANGER } }
    const work = handInLearning(person, view).catch((error: unknown) => {
      onError(error)
      return { response_action: 'errors' as const, errors: { type: person.texts.wentWrong } }
    })
    const answer = await late.within(slack!.answerMs, work, async (body) =>
      slack!.api.updateView(view.id, await lateView(person, view, body))
    )
    return answer ?? { response_action: 'update', view: sayingView(person, person.texts.working) }
  }
}
