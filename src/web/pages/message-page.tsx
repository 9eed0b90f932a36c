import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { signInTexts } from '../texts/sign-in.ts'
import type { Message } from './message-of.ts'

type MessageProps = Message & { reader: Reader; isSignedIn: boolean }

/** A refusal told to a person: what happened, and the way back. Scripts lift the inner part into the form it answers. */
export function MessagePage({ title, text, details, lang, again, reader, isSignedIn }: MessageProps) {
  return (
    <section class="card message" role="alert">
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
        <WayOn again={again} reader={reader} isSignedIn={isSignedIn} />
      </p>
    </section>
  )
}

function WayOn({ again, reader, isSignedIn }: Pick<MessageProps, 'again' | 'reader' | 'isSignedIn'>) {
  const texts = reader.say(frameTexts)
  if (again !== undefined) return <LinkButton href={again}>{texts.tryAgain}</LinkButton>
  if (isSignedIn) return <LinkButton href="/">{texts.back}</LinkButton>
  return <LinkButton href="/sign-in">{reader.say(signInTexts).signIn}</LinkButton>
}
