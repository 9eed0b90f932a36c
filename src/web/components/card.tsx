import type { ComponentChildren } from 'preact'

interface CardProps {
  /** Also the id of the heading; unique on the page. */
  id: string
  title: string
  hint?: string | undefined
  /** Stands at the end of the heading's line: a link, a badge. */
  end?: ComponentChildren
  tone?: 'plain' | 'warm'
  children: ComponentChildren
}

/** A section of a page with its heading. */
export function Card({ id, title, hint, end, tone, children }: CardProps) {
  return (
    <section class={tone ? `card ${tone}` : 'card'} aria-labelledby={id}>
      <div class="card-head">
        <div>
          <h2 id={id}>{title}</h2>
          {hint && <small>{hint}</small>}
        </div>
        {end}
      </div>
      {children}
    </section>
  )
}
