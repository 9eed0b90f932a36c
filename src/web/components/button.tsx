import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** `main` once on a card or page; `plain` beside it; `quiet` in rows; `danger` for what cannot be undone. */
export type ButtonTone = 'main' | 'plain' | 'quiet' | 'danger'

interface Look {
  tone?: ButtonTone
  icon?: IconName
  /** Said after the words to those who do not see what the button stands beside. */
  about?: string | undefined
  children: ComponentChildren
}

const classOf = (tone: ButtonTone) => (tone === 'main' ? 'button' : `button ${tone}`)

function Inside({ icon, about, children }: Omit<Look, 'tone'>) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {about && <span class="visually-hidden">: {about}</span>}
    </>
  )
}

/** Sends the form it stands in. */
export function Button({ tone = 'main', name, value, ...look }: Look & { name?: string; value?: string }) {
  return (
    <button class={classOf(tone)} type="submit" {...(name && { name, value })}>
      <Inside {...look} />
    </button>
  )
}

/** Looks like a button, leads to a page; or, with a name to save it under, to a file. */
export function LinkButton({
  tone = 'main',
  href,
  fileName,
  ...look
}: Look & { href: string; fileName?: string }) {
  return (
    <a class={classOf(tone)} href={href} {...(fileName && { download: fileName })}>
      <Inside {...look} />
    </a>
  )
}

/** A link that shows only a picture, with its words for those who do not see it. */
export function IconLink({ href, icon, label }: { href: string; icon: IconName; label: string }) {
  return (
    <a class="button plain icon-only" href={href} aria-label={label}>
      <Icon name={icon} />
    </a>
  )
}

interface ActionProps extends Look {
  /** Where the form goes. */
  to: string
  /** Fields that travel along unseen. */
  fields?: Record<string, string>
}

/** One button that does one thing: a form of its own, so that it works without script. */
export function Action({ to, fields = {}, ...look }: ActionProps) {
  return (
    <form method="post" action={to} class="inline">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look} />
    </form>
  )
}
