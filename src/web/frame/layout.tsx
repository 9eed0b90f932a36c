import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { assetAt, modules } from '../assets.ts'
import { Icon } from '../components/icon.tsx'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import { type Frame, Languages, Nav } from './nav.tsx'

interface LayoutProps {
  title: string
  reader: Reader
  /** Null on pages for people who are not signed in. */
  frame: Frame | null
  path: string
  children: ComponentChildren
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="M14 26V13" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
      <circle cx="14" cy="10" r="3" fill="currentColor" />
      <path
        d="M7.5 16.5a9.2 9.2 0 0 1 0-13M20.5 3.5a9.2 9.2 0 0 1 0 13"
        stroke="currentColor"
        stroke-width="2.5"
        stroke-linecap="round"
      />
    </svg>
  )
}

function Top({ reader, frame, path }: Pick<LayoutProps, 'reader' | 'frame' | 'path'>) {
  const texts = reader.say(frameTexts)
  const unread = frame?.counts.unread ?? 0
  return (
    <header class="top">
      <a class="mark" href="/">
        <Mark />
        Lyttepost
      </a>
      <div class="top-end">
        {frame ? (
          <a class="button quiet" href="/inbox">
            <Icon name="inbox" />
            {unread > 0 && (
              <span class="count" aria-hidden="true">
                {unread > 99 ? '99+' : unread}
              </span>
            )}
            <span class="visually-hidden">
              {texts.inbox}
              {unread > 0 && `, ${texts.unread(unread)}`}
            </span>
          </a>
        ) : (
          <Languages reader={reader} path={path} action="/language" />
        )}
      </div>
    </header>
  )
}

function Layout({ title, reader, frame, path, children }: LayoutProps) {
  return (
    <html lang={reader.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Lyttepost`}</title>
        <link rel="stylesheet" href={assetAt('app.css')} />
        <link rel="icon" href={assetAt('icon.svg')} type="image/svg+xml" />
        <script type="module" src={assetAt('app.js')} />
        {modules().map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
      </head>
      <body class={frame ? 'with-nav' : undefined}>
        <a class="skip" href="#content">
          {reader.say(frameTexts).skip}
        </a>
        <Top reader={reader} frame={frame} path={path} />
        {frame && <Nav frame={frame} reader={reader} />}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

/** A whole page as text. Preact escapes every value. */
export function renderPage(props: LayoutProps): string {
  return `<!doctype html>${render(<Layout {...props} />)}`
}
