import type { Reader } from '../reader.ts'

/** A refusal told to a person: what happened, and the way back. */
export function MessagePage({ reader, title, text }: { reader: Reader; title: string; text: string }) {
  return (
    <section class="card" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a class="button" href="/">
          {reader.texts.back}
        </a>
      </p>
    </section>
  )
}
