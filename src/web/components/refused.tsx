import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** What stands in the way of a form, beside it. Scripts lift it into the form they have sent. */
export function Refused({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="note warm" role="alert" data-refusal>
      <Icon name="warning" />
      <div>
        <p class="strong">{title}</p>
        {children}
      </div>
    </div>
  )
}
