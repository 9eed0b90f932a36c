import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import type { Reader } from '../reader.ts'

interface LayoutProps {
  title: string
  reader: Reader
  stylesheet: string
  /** Null on pages for people who are not signed in. */
  name: string | null
  children: ComponentChildren
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="M14 26V13" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
      <circle cx="14" cy="10" r="3" fill="currentColor" />
      <path
        d="M7.5 16.5a9.2 9.2 0 0 1 0-13M20.500 3.500a9.200 9.200 0 0 1 0 13"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
      />
    </svg>
  )
}

function Bar({ reader, name }: Pick<LayoutProps, 'reader' | 'name'>) {
  const { texts } = reader
  return (
    <header class="bar">
      <a class="mark" href="/">
        <Mark />
        Lyttepost
      </a>
      {name !== null && (
        <nav>
          <a href="/api/docs">{texts.apiDocs}</a>
          <form method="post" action="/sign-out" class="inline">
            <button class="button plain" type="submit" aria-label={`${texts.signOut}: ${name}`}>
              {texts.signOut}
            </button>
          </form>
        </nav>
      )}
    </header>
  )
}

function Layout({ title, reader, stylesheet, name, children }: LayoutProps) {
  return (
    <html lang={reader.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Lyttepost`}</title>
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="visually-hidden" href="#content">
          {reader.texts.skip}
        </a>
        <Bar reader={reader} name={name} />
        <main id="content">{children}</main>
      </body>
    </html>
  )
}

/** A whole page as text. Preact escapes every value. */
export function renderPage(props: LayoutProps): string {
  return `<!doctype html>${render(<Layout {...props} />)}`
}
