import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import type { Message } from './message-of.ts'

/** A refusal told to a person: what happened, and the way back. Scripts lift the inner part into the form it answers. */
export function MessagePage({ title, text, details, lang, reader }: Message & { reader: Reader }) {
  return (
    <section class="card" role="alert">
      <h1>{title}</h1>
      <div class="note warm" data-refusal>
        <Icon name="warning" />
        <div>
          <p lang={lang}>{text}</p>
          {details.length > 0 && (
            <ul>
              {details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <p>
        <LinkButton href="/">{reader.say(frameTexts).back}</LinkButton>
      </p>
    </section>
  )
}
