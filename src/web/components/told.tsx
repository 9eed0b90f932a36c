import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

const ICONS: Record<'good' | 'warm' | 'bad', IconName> = { good: 'check', warm: 'warning', bad: 'warning' }

/** Something the page says by itself: a remark, a warning. */
export function Note({
  tone = 'good',
  children
}: {
  tone?: 'good' | 'warm' | 'bad'
  children: ComponentChildren
}) {
  return (
    <div class={tone === 'good' ? 'note' : `note ${tone}`}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  )
}

/** What has just happened, said once above the page after a form was sent. */
export function Told({ text, children }: { text: string | undefined; children?: ComponentChildren }) {
  if (text === undefined) return null
  return (
    <div class="note" role="status">
      <Icon name="check" />
      <div>
        <p>{text}</p>
        {children}
      </div>
    </div>
  )
}

export type BadgeTone =
  | 'soft'
  | 'good'
  | 'warm'
  | 'bad'
  | 'hue-1'
  | 'hue-2'
  | 'hue-3'
  | 'hue-4'
  | 'hue-5'
  | 'hue-6'

/** A word that says in what state something is. */
export function Badge({ tone = 'soft', children }: { tone?: BadgeTone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>
}

/** Nothing to show is a state like any other: what it means, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children
}: {
  icon: IconName
  title: string
  children?: ComponentChildren
}) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <strong>{title}</strong>
      {children}
    </div>
  )
}
