import type { ThemeDecision } from '../../../src/words.ts'
import type { AreaKey } from './areas.ts'

/** What became of a theme at Fjordlys. */
export interface Story {
  readonly title: string
  readonly summary: string
  readonly area: AreaKey
  /** Days after somebody made the theme, what was decided, and why. What would lie ahead has not happened. */
  readonly decided?: readonly (readonly [days: number, ThemeDecision, reason: string])[]
  /** The title under which Norwegians and Swedes had gathered theirs before the two were merged. */
  readonly mergedTitle?: string
}

/** By the key of the theme in the corpus. A theme without decisions has waited ever since. */
export const STORIES: Readonly<Record<string, Story>> = {
  'pairing-code-expires': {
    title: 'The pairing code runs out before it can be typed in',
    summary: 'Sixty seconds are too few for whoever is slow, far from the hub or on an old phone.',
    area: 'pairing',
    decided: [
      [9, 'deciding', 'We measure how long people take before we choose a number.'],
      [34, 'doing', 'Five minutes, and a way to ask for a new code. In the spring release.']
    ]
  },
  'five-gigahertz': {
    title: 'Nothing tells customers that the hub needs 2.4 GHz',
    summary: 'They choose the 5 GHz network, and the hub fails without saying why.',
    area: 'pairing',
    decided: [[230, 'declined', 'The next hub speaks both. For this one the box says so from now on.']]
  },
  'new-router-start-over': {
    title: 'A new router means starting over',
    summary: 'Changing the network takes a reset, and with it rooms, schedules and history are gone.',
    area: 'pairing',
    decided: [[12, 'declined', 'Two customers a quarter do not pay for it. Ask again if there are more.']]
  },
  'offline-but-working': {
    title: 'The app says offline while the heating works',
    summary: 'App, widget and wall disagree about what is connected.',
    area: 'app',
    decided: [
      [6, 'doing', 'It frightens people, and we know where it comes from.'],
      [70, 'done', 'The app asks the hub before it says offline. Reports stopped within weeks.']
    ]
  },
  'share-the-home': {
    title: 'Nobody finds how to share a home',
    summary: 'Members hide behind the dots of the hub, and there is one kind of them only.',
    area: 'app',
    mergedTitle: 'Familien får ikke tilgang',
    decided: [
      [15, 'deciding', 'Design looks at roles and at where to put them.'],
      [60, 'doing', 'Members move to the first page; guests with an end date come after.']
    ]
  },
  'schedule-lost': {
    title: 'Schedules go back to the old one overnight',
    summary: 'What is saved in the evening is gone in the morning, above all after an update.',
    area: 'app'
  },
  'alerts-late': {
    title: 'Frost warnings come hours late',
    summary: 'The warning arrives when the phone wakes or the app is opened.',
    area: 'app',
    decided: [
      [3, 'doing', 'A frozen pipe costs more than a year of ours.'],
      [40, 'done', 'Warnings go out as text messages too, and the app asks to be left awake.']
    ]
  },
  'sign-in-code-missing': {
    title: 'The code for signing in never comes',
    summary: 'It ends in spam, goes to an old number, or comes after it has run out.',
    area: 'app',
    decided: [[25, 'deciding', 'Two suppliers have been asked; passkeys are the other way.']]
  },
  'holiday-mode-ends-late': {
    title: 'Holiday mode ends too late to warm the house',
    summary: 'It starts heating at the hour of return instead of before it.',
    area: 'heating',
    decided: [
      [10, 'doing', 'Preheating is there for schedules; holiday mode gets it too.'],
      [80, 'done', 'Since the autumn release the house is warm when people open the door.']
    ]
  },
  'open-window-false': {
    title: 'The window is said to be open when it is not',
    summary: 'Draughts, dogs and doors turn the heating off for half an hour.',
    area: 'heating',
    decided: [[18, 'doing', 'A door and a dog look different from a window, if one waits a minute.']]
  },
  'heat-pump-quarrel': {
    title: 'Heat pump and panel heaters work against each other',
    summary: 'Each measures its own corner of the room, and both end up running.',
    area: 'heating',
    mergedTitle: 'Varmepumpen og ovnene krangler',
    decided: [[22, 'deciding', 'We try one room, one sensor with ten customers this winter.']]
  },
  'two-temperatures': {
    title: 'App and wall show different temperatures',
    summary: 'One shows what is measured, the other what is corrected.',
    area: 'heating',
    decided: [
      [14, 'doing', 'One number everywhere.'],
      [45, 'done', 'Both show the corrected one.']
    ]
  },
  'summer-bathroom-floor': {
    title: 'Bathroom floors are off all summer',
    summary: 'Summer mode turns off what people want warm in July.',
    area: 'heating',
    decided: [[70, 'declined', 'Summer mode can be left off in a room, and the page about it says so now.']]
  },
  'hand-over-the-hub': {
    title: 'A hub cannot be handed over when people move',
    summary: 'The old owner has to be found before the new one can get in.',
    area: 'homes'
  },
  'many-homes': {
    title: 'Switching between home and cabin takes too many taps',
    summary: 'The app forgets which home one was in and opens the wrong one.',
    area: 'homes',
    decided: [[30, 'declined', 'Few have more than one home, and sharing a home comes first.']]
  },
  'night-tariff-clock-change': {
    title: 'Night tariffs are an hour wrong after the clocks change',
    summary: 'The grid keeps its own clock and we follow the wall’s.',
    area: 'tariffs',
    decided: [
      [4, 'doing', 'Before the next change of clocks.'],
      [90, 'done', 'Tariffs follow the grid company’s clock. Held through the autumn change.']
    ]
  },
  'capacity-charge': {
    title: 'Nobody understands the capacity charge',
    summary: 'One evening with sauna and car decides the month, and we say so afterwards.',
    area: 'tariffs',
    decided: [[12, 'doing', 'A warning before the hour is over, with what to turn off.']]
  },
  'tomorrow-prices-missing': {
    title: 'Prices of tomorrow are missing in the afternoon',
    summary: 'They are published at one and here at six, if at all.',
    area: 'tariffs'
  },
  'savings-not-believed': {
    title: 'Customers do not believe what we say they saved',
    summary: 'The sum is larger than the bill is smaller.',
    area: 'tariffs',
    decided: [[20, 'deciding', 'Analysts look at how we compare one winter with another.']]
  },
  'invoice-old-address': {
    title: 'Invoices go to the old address',
    summary: 'The address in the app is not the one on the invoice.',
    area: 'billing',
    decided: [[25, 'doing', 'One address for everything, with the new ledger.']]
  },
  'charged-twice': {
    title: 'Cards are charged twice',
    summary: 'A payment that times out is made again and not taken back.',
    area: 'billing',
    decided: [
      [2, 'doing', 'Refunds first, the cause at once.'],
      [28, 'done', 'Every payment carries a key, so a second attempt is the same payment.']
    ]
  },
  'cancelled-still-billed': {
    title: 'People who cancelled are still billed',
    summary: 'Cancelling in the app ends the service and not the contract.',
    area: 'billing'
  },
  'business-receipt': {
    title: 'Businesses get no receipt with their number',
    summary: 'Accountants send them back to us for the organisation number.',
    area: 'billing',
    decided: [
      [250, 'deciding', 'Finance asks what the tax offices of three countries want.'],
      [290, 'declined', 'By hand on request, until there is a business plan to sell.']
    ]
  },
  'parcel-astray': {
    title: 'Parcels go astray in December',
    summary: 'The tracking stops at the terminal, and nobody calls back.',
    area: 'orders',
    decided: [[30, 'deciding', 'Talks with a second carrier for the winter.']]
  },
  'wrong-in-the-box': {
    title: 'The wrong parts are in the box',
    summary: 'Kits for the old thermostat, missing screws, plugs of another country.',
    area: 'orders',
    decided: [
      [7, 'doing', 'Kits are weighed before they leave.'],
      [60, 'done', 'A scale at packing finds what is missing.']
    ]
  },
  'electrician-no-show': {
    title: 'The electrician does not come',
    summary: 'Appointments are ours, calendars are theirs.',
    area: 'orders',
    decided: [[18, 'doing', 'Partners confirm the day before, or we find another one.']]
  },
  'fahrenheit-rounding': {
    title: 'Degrees Fahrenheit are rounded and jump',
    summary: 'Half degrees Celsius inside, whole degrees Fahrenheit outside.',
    area: 'heating',
    decided: [[150, 'declined', 'It needs new firmware. We take it up with the next thermostat.']]
  },
  'boiler-wiring': {
    title: 'Our drawing does not match American and British boilers',
    summary: 'Terminals, wires and words differ, and people stand there with a screwdriver.',
    area: 'help'
  },
  'help-page-outdated': {
    title: 'Help pages show an app of two versions ago',
    summary: 'Buttons and menus in the pictures do not exist any more.',
    area: 'help',
    decided: [
      [28, 'deciding', 'Whoever changes a screen should change its page; we look for a way to check.']
    ]
  }
}
