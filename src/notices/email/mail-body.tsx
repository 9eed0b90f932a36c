import { render } from 'preact-render-to-string'
import type { Message, MessagePart } from '../post.ts'
import { plainText } from '../render/render-notice.ts'

/** The message as plain text. Several notices stand below each other under their titles. */
export function textBody({ parts, footer, unsubscribeUrl }: Message, publicUrl: string): string {
  const bodies = parts.map(({ title, body, act, link }) =>
    [parts.length > 1 ? title.toUpperCase() : '', plainText(body), `${act}: ${publicUrl}${link}`]
      .filter(Boolean)
      .join('\n\n')
  )
  const end = unsubscribeUrl ? `\n${footer.unsubscribe}: ${unsubscribeUrl}` : ''
  return `${bodies.join('\n\n\n')}\n\n-- \n${footer.why}${end}\n`
}

/** The same as simple HTML: no pictures, no styles from elsewhere, readable in any program. */
export function htmlBody(message: Message, publicUrl: string): string {
  const { parts, footer, unsubscribeUrl, locale, title } = message
  const page = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 36em">
        {parts.map((part) => (
          <Part part={part} publicUrl={publicUrl} />
        ))}
        <p style="color: #666; font-size: 0.875em">
          {footer.why}
          <br />
          {unsubscribeUrl && <a href={unsubscribeUrl}>{footer.unsubscribe}</a>}
        </p>
      </body>
    </html>
  )
  return `<!doctype html>${render(page)}`
}

function Part({ part, publicUrl }: { part: MessagePart; publicUrl: string }) {
  return (
    <section>
      <h1 style="font-size: 1.25em">{part.title}</h1>
      {part.body.map((block) =>
        typeof block === 'string' ? (
          <p>{block}</p>
        ) : (
          <ul>
            {block.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )
      )}
      <p>
        <a href={`${publicUrl}${part.link}`}>{part.act}</a>
      </p>
    </section>
  )
}
