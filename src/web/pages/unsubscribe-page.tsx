import { Button } from '../components/button.tsx'
import type { Reader } from '../reader.ts'
import { unsubscribeTexts } from '../texts/unsubscribe.ts'

/** Asks for one press: programs that look at links in mail must not turn anything off by it. */
export function UnsubscribePage({ reader, action }: { reader: Reader; action: string }) {
  const texts = reader.say(unsubscribeTexts)
  return (
    <section class="card">
      <h1>{texts.title}</h1>
      <p>{texts.intro}</p>
      <form method="post" action={action}>
        <Button>{texts.turnOff}</Button>
      </form>
    </section>
  )
}

export function UnsubscribedPage({ reader }: { reader: Reader }) {
  const texts = reader.say(unsubscribeTexts)
  return (
    <section class="card" role="status">
      <h1>{texts.doneTitle}</h1>
      <p>{texts.done}</p>
    </section>
  )
}
