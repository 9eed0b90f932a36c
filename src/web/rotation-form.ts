import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { FieldComplaint } from '../rotations/errors.ts'
import type { RotationFields, Slot } from '../rotations/rotation-fields.ts'
import { RotationProperties } from '../rotations/schemas.ts'
import { listIn, numberIn, type RawForm, textIn } from './any-form.ts'

/** Lines of the week that a form may have; the pattern itself knows no bound but its 100 slots. */
const MOST_LINES = 14

const Fields = Type.Object(RotationProperties)

/** What a rotation begins with before anybody has written anything. */
export function newRotation(today: string, timeZone: string, country: string): RotationFields {
  return {
    name: '',
    timeZone,
    slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '13:00' })),
    seats: { min: 1, desired: 2, max: 4 },
    hostsRequired: 1,
    eligibleTeamIds: null,
    eligibleLevels: null,
    validFrom: today,
    validTo: null,
    holidayCountry: country,
    holidayRule: 'skip',
    leadTimeDays: 14,
    spacingDays: 14,
    swapsNeedApproval: false,
    undoMinutes: 30,
    preparationMinutes: 0,
    countsFixIt: false,
    fixItMinutes: 120,
    queueUrl: null,
    slackChannelId: null,
    slackLocale: 'en'
  }
}

function slotsIn(form: RawForm): Slot[] {
  const lines = Array.from({ length: MOST_LINES }, (_, line) => ({
    startsAt: textIn(form, `starts-${line}`),
    endsAt: textIn(form, `ends-${line}`),
    days: listIn(form, `days-${line}`)
  }))
  return lines.flatMap(({ startsAt, endsAt, days }) =>
    days.map((day) => ({ weekday: Number(day), startsAt, endsAt: endsAt === '00:00' ? '24:00' : endsAt }))
  )
}

const orNull = <Value>(list: Value[]): Value[] | null => (list.length > 0 ? list : null)

/** A form as a rotation, however wrong: what is not fit to be stored is named by `complaintsIn`. */
export function readRotationForm(form: RawForm): RotationFields {
  return {
    name: textIn(form, 'name'),
    timeZone: textIn(form, 'timeZone'),
    slots: slotsIn(form),
    seats: {
      min: numberIn(form, 'min', 0),
      desired: numberIn(form, 'desired', 1),
      max: numberIn(form, 'max', 1)
    },
    hostsRequired: numberIn(form, 'hostsRequired', 0),
    eligibleTeamIds: orNull(listIn(form, 'teams')),
    eligibleLevels: orNull(listIn(form, 'levels')) as RotationFields['eligibleLevels'],
    validFrom: textIn(form, 'validFrom'),
    validTo: textIn(form, 'validTo') || null,
    holidayCountry: textIn(form, 'holidayCountry').toUpperCase(),
    holidayRule: textIn(form, 'holidayRule') as RotationFields['holidayRule'],
    leadTimeDays: numberIn(form, 'leadTimeDays', 14),
    spacingDays: numberIn(form, 'spacingDays', 14),
    swapsNeedApproval: textIn(form, 'swapsNeedApproval') === 'yes',
    undoMinutes: numberIn(form, 'undoMinutes', 30),
    preparationMinutes: numberIn(form, 'preparationMinutes', 0),
    countsFixIt: textIn(form, 'countsFixIt') === 'yes',
    fixItMinutes: numberIn(form, 'fixItMinutes', 120),
    queueUrl: textIn(form, 'queueUrl') || null,
    slackChannelId: textIn(form, 'slackChannelId') || null,
    slackLocale: (textIn(form, 'slackLocale') || 'en') as RotationFields['slackLocale']
  }
}

const fieldOf = (path: string) => path.split('/')[1] ?? ''

/** What the API would refuse as unreadable, by field; each field is named once. */
export function complaintsIn(fields: RotationFields): FieldComplaint[] {
  const wrong = new Map<string, string>()
  for (const { instancePath, message } of Value.Errors(Fields, fields as Static<typeof Fields>)) {
    const field = fieldOf(instancePath)
    if (!wrong.has(field)) wrong.set(field, message)
  }
  return [...wrong].map(([field, message]) => ({ field, message }))
}
