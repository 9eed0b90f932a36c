import type { Option } from './field.tsx'

interface TicksProps {
  name: string
  label: string
  options: readonly Option[]
  ticked: readonly string[]
  /** The label is said, not shown: where what stands beside says it already. */
  isLabelHidden?: boolean
}

/** A few words of which any number may be chosen. */
export function Ticks({ name, label, options, ticked, isLabelHidden = false }: TicksProps) {
  return (
    <fieldset>
      <legend class={isLabelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      <div class="choices">
        {options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" name={name} value={option.value} checked={ticked.includes(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing that is so or not. */
export function Tick({ name, label, isTicked }: { name: string; label: string; isTicked: boolean }) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value="yes" checked={isTicked} />
      {label}
    </label>
  )
}
