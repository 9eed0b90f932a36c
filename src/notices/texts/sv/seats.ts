import type { Told } from '../../render/told.ts'
import type { seats as english } from '../en/seats.ts'
import type { SameKinds } from '../say.ts'

const shift = (told: Told) => `${told.text('rotationName')}: ${told.span()}`
const withTakers = (told: Told) =>
  told.has('replacements') ? `${shift(told)}. De här kan ta det: ${told.names('replacements')}` : shift(told)
const short = (told: Told) =>
  `${shift(told)}. ${told.is('lacksHost', true) ? 'Ingen värd' : `Saknar folk: ${told.number('missing')}`}`

/** Enough are left without whoever is away: nobody is asked. */
const isOff = (told: Told) => told.is('isShort', false)

function afterGivingUp(told: Told): string {
  if (!isOff(told)) return 'De som passar bäst är tillfrågade. Du behöver inte göra något.'
  return told.is('lacksHost', true)
    ? 'Din chef letar efter en annan värd. Du behöver inte göra något.'
    : 'Det räcker med folk ändå. Du behöver inte göra något.'
}

/** For whoever sits there still. */
const BE_READY = 'Var beredd på en mindre bredvid dig.'
/** For others, by what the facts say is to be done. */
const TO_DO: Record<string, string> = {
  'fill-the-seat': 'De som passar bäst är tillfrågade. Se till att någon tar den.',
  'find-a-host': 'Det räcker med folk, men ingen värd är kvar: se till att det kommer en.',
  nothing: 'Det räcker med folk ändå: ingen är tillfrågad.'
}

export const seats: SameKinds<typeof english> = {
  'seat-given-up': (told) => ({
    title: told.has('by')
      ? `${told.by} anmälde dig borta: ${isOff(told) ? 'du är avlöst från passet' : 'din plats är ledig'}`
      : isOff(told)
        ? 'Du är avlöst från passet, eftersom du är borta'
        : 'Din plats är ledig, eftersom du är borta',
    body: [told.each('shifts', shift), afterGivingUp(told)]
  }),
  'seat-opened': (told) => ({
    title: isOff(told)
      ? `${told.name('name')} är borta i dag`
      : `${told.name('name')} är borta: en plats är ledig i dag`,
    body: [
      told.each('shifts', told.is('todo', 'fill-the-seat') ? withTakers : shift),
      TO_DO[told.text('todo')] ?? BE_READY
    ]
  }),
  'seat-offered': (told) => ({
    title: 'En plats är ledig, och du passar',
    body: [shift(told), 'Den som tar den först har den.']
  }),
  'gap-ahead': (told) => ({
    title:
      told.count('shifts') === 1
        ? 'Ett pass inom en vecka saknar folk'
        : `${told.count('shifts')} pass inom en vecka saknar folk`,
    body: [told.each('shifts', short), 'Hitta någon medan det finns tid.']
  }),
  'shift-in-absence': (told) => ({
    title: told.isSelf
      ? 'Ett av dina pass faller på din frånvaro'
      : `Ett pass för ${told.name('name')} faller på en frånvaro`,
    body: [
      told.each('shifts', withTakers),
      told.isSelf
        ? 'Det är ditt tills någon tar det. Fråga dem, eller din ledare.'
        : 'Kom överens om vem som tar över.'
    ]
  }),
  'shift-clear-again': (told) => ({
    title: told.isSelf
      ? 'Din frånvaro berör inte längre det här passet'
      : `Frånvaron för ${told.name('name')} berör inte längre ett pass`,
    body: [told.each('shifts', shift)]
  }),
  'calendar-not-readable': (told) => ({
    title: 'Din egen kalender kan inte längre läsas',
    body: [
      `${told.text('server')} har inte svarat sedan ${told.moment('silentSince')}. Det den sa senast gäller så länge.`,
      'Prenumerera på nytt, eller ta bort den.'
    ]
  })
}
