import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { signInTexts } from '../texts/sign-in.ts'
import type { Message } from './message-of.ts'

type MessageProps = Message & { reader: Reader; isSignedIn: boolean }

/** A refusal told to a person: what happened, and the way back. Scripts lift the inner part into the form it answers. */
export function MessagePage({ title, text, details, lang, reader, isSignedIn }: MessageProps) {
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
        {isSignedIn ? (
          <LinkButton href="/">{reader.say(frameTexts).back}</LinkButton>
        ) : (
          <LinkButton href="/sign-in">{reader.say(signInTexts).signIn}</LinkButton>
        )}
      </p>
    </section>
  )
}
