import type { ComponentChildren } from 'preact'

interface About {
  id: string
  name: string
  label: string
  /** The word for "optional" in the reader's language; left out, the field is required. */
  optional?: string | undefined
  hint?: string | undefined
}

interface Described {
  'aria-describedby'?: string
}

/** A label, its control, and a hint that the control is described by. */
export function Field({
  id,
  label,
  optional,
  hint,
  children
}: Omit<About, 'name'> & { children: (described: Described) => ComponentChildren }) {
  const hintId = `${id}-hint`
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>({optional})</small>}
      </label>
      {children(hint ? { 'aria-describedby': hintId } : {})}
      {hint && <small id={hintId}>{hint}</small>}
    </div>
  )
}

type TextProps = About & { maxLength: number; long?: boolean; value?: string }

export function TextField({ name, maxLength, long = false, value = '', ...about }: TextProps) {
  const control = { id: about.id, name, maxLength, required: about.optional === undefined }
  return (
    <Field {...about}>
      {(described) =>
        long ? (
          <textarea {...control} {...described} value={value} />
        ) : (
          <input {...control} {...described} value={value} />
        )
      }
    </Field>
  )
}

type NumberProps = About & { value?: number | undefined; min: number; max: number; step?: number }

export function NumberField({ name, value, min, max, step = 1, ...about }: NumberProps) {
  const limits = { min: String(min), max: String(max), step: String(step) }
  const required = about.optional === undefined
  return (
    <Field {...about}>
      {(described) => (
        <input
          id={about.id}
          name={name}
          type="number"
          inputMode={step === 1 ? 'numeric' : 'decimal'}
          value={value === undefined ? '' : String(value)}
          required={required}
          {...limits}
          {...described}
        />
      )}
    </Field>
  )
}

type DateProps = About & { value?: string; min?: string; max?: string; kind?: 'date' | 'time' }

/** A day or a time of day, by the browser's own means. */
export function DateField({ name, value = '', kind = 'date', min, max, ...about }: DateProps) {
  const limits = { ...(min && { min }), ...(max && { max }) }
  const required = about.optional === undefined
  return (
    <Field {...about}>
      {(described) => (
        <input
          id={about.id}
          name={name}
          type={kind}
          value={value}
          required={required}
          {...limits}
          {...described}
        />
      )}
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

type SelectProps = About & {
  options: readonly Option[]
  value?: string | undefined
  /** What stands there until something is chosen; left out, the first option is chosen. */
  unchosen?: string
}

export function SelectField({ name, options, value, unchosen, ...about }: SelectProps) {
  return (
    <Field {...about}>
      {(described) => (
        <select id={about.id} name={name} required={unchosen !== undefined} {...described}>
          {unchosen !== undefined && <option value="">{unchosen}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ChoicesProps {
  name: string
  label: string
  options: readonly Option[]
  value?: string | undefined
  /** Several may be chosen. */
  many?: boolean
  required?: boolean
}

/** A few words to choose from, all seen at once. */
export function Choices({ name, label, options, value, many = false, required = false }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div class="choices">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={option.value === value}
              required={required && !many}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
