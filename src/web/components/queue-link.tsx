import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { LinkButton } from './button.tsx'

/** Leads to where the customers wait, if the rotation says where that is. */
export function QueueLink({ shift, reader }: { shift: { queueUrl: string | null }; reader: Reader }) {
  if (shift.queueUrl === null || !/^https?:\/\//.test(shift.queueUrl)) return null
  return (
    <LinkButton href={shift.queueUrl} icon="out">
      {reader.say(frameTexts).queue}
    </LinkButton>
  )
}
