import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

interface PageHeadProps {
  title: string
  intro?: ComponentChildren
  back?: { href: string; label: string }
  /** What can be done here: buttons, the switch between views. */
  children?: ComponentChildren
}

/** The heading of a page, with the way back and what can be done here. */
export function PageHead({ title, intro, back, children }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        {back && (
          <a class="back" href={back.href}>
            <Icon name="back" />
            {back.label}
          </a>
        )}
        <h1>{title}</h1>
        {intro && <p class="soft">{intro}</p>}
      </div>
      {children && <div class="row">{children}</div>}
    </div>
  )
}

/** Switches between ways to look at one thing; each is an address of its own. */
export function Segments({
  label,
  items
}: {
  label: string
  items: readonly { href: string; label: string; isCurrent: boolean }[]
}) {
  return (
    <nav class="segments" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} {...(item.isCurrent && { 'aria-current': 'page' as const })}>
          {item.label}
        </a>
      ))}
    </nav>
  )
}
