import type { ComponentChildren } from 'preact'
import type { Reader } from '../reader.ts'
import { frameTexts } from '../texts/frame.ts'
import type { ButtonTone } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

interface OpenerProps {
  /** The id of the dialog. */
  opens: string
  tone?: ButtonTone
  icon?: IconName
  children: ComponentChildren
}

/** Opens a dialog: modal with script, in its place without. */
export function DialogLink({ opens, tone = 'plain', icon, children }: OpenerProps) {
  return (
    <a class={tone === 'main' ? 'button' : `button ${tone}`} href={`#${opens}`} data-opens={opens}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

interface DialogProps {
  id: string
  title: string
  reader: Reader
  children: ComponentChildren
}

/** The browser's own dialog; Escape and the cross close it. */
export function Dialog({ id, title, reader, children }: DialogProps) {
  return (
    <dialog class="sheet" id={id} aria-labelledby={`${id}-title`}>
      <div class="sheet-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <a
          class="button plain icon-only"
          href="#content"
          data-closes
          aria-label={reader.say(frameTexts).close}
        >
          <Icon name="close" />
        </a>
      </div>
      {children}
    </dialog>
  )
}
