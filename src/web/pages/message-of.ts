import type { FastifyError } from 'fastify'
import { Refusal } from '../../lib/errors.ts'
import type { Reader } from '../reader.ts'
import { sayRefusal } from '../refusals/say-refusal.ts'
import { frameTexts } from '../texts/frame.ts'

export interface Message {
  title: string
  text: string
  /** What exactly stands in the way, one sentence each. */
  details: string[]
  /** The language of the text, where it is not the reader's. */
  lang?: 'en'
}

interface About {
  reader: Reader
  requestId: string
}

/** An error as a person may read it; of a bug of ours they learn only how to name it. */
export function messageOf(
  error: FastifyError | Refusal | null,
  status: number,
  { reader, requestId }: About
): Message {
  const texts = reader.say(frameTexts)
  if (error === null) return { title: texts.notFound, text: texts.notFoundHint, details: [] }
  if (status >= 500 && !(error instanceof Refusal))
    return { title: texts.somethingWrong, text: texts.ourFault, details: [texts.reference(requestId)] }
  if (status === 403 && error.code === 'NOT_ALLOWED')
    return { title: texts.forbidden, text: texts.forbiddenHint, details: [] }
  if (!(error instanceof Refusal))
    return { title: texts.somethingWrong, text: texts.notReadable, details: [] }
  return { title: texts.somethingWrong, ...sayRefusal(error, reader) }
}
