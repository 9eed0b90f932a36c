import { Type } from 'typebox'

/** Fields of a form that has as many lines as somebody needs; a name that is ticked several times is a list. */
export const AnyForm = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Union([
    Type.String({ maxLength: 2000 }),
    Type.Array(Type.String({ maxLength: 200 }), { maxItems: 600 })
  ])
)
export type RawForm = Record<string, string | string[]>

/** What was written in a field; nothing for a field left out. */
export const textIn = (form: RawForm, name: string): string => {
  const value = form[name]
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
}

/** All that was ticked under a name. */
export const listIn = (form: RawForm, name: string): string[] => {
  const value = form[name] ?? []
  return Array.isArray(value) ? value : [value]
}

/** A whole number, or the other one where nothing was written; NaN for what is none, so that it is refused. */
export function numberIn(form: RawForm, name: string, otherwise: number): number {
  const text = textIn(form, name)
  if (text === '') return otherwise
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}
