import { dictionary } from './dictionary.ts'

const en = {
  title: 'Where I am signed in',
  intro: 'Every browser and program that is signed in as you. End what you do not know.',
  list: 'Sessions',
  here: 'this one',
  unknown: 'An unknown browser',
  openedBy: { link: 'by a link', provider: 'by your company account', demo: 'in the demo' },
  since: (day: string, way: string) => `Since ${day}, ${way}`,
  seen: (when: string) => `last used ${when}`,
  seenNow: 'used within the hour',
  end: 'Sign out',
  endOthers: 'Sign out everywhere else',
  ended: 'Signed out there.',
  endedOthers: 'You are signed in only here now.',
  personTitle: 'Signed in',
  personNone: 'Nowhere at present.',
  endAll: 'Sign out everywhere',
  endedAll: 'Signed out everywhere.',
  accounts: 'Accounts at sign-in services',
  unlink: 'Unlink',
  unlinked: 'Unlinked. The next sign-in there with a verified address links anew.'
}

const nb: typeof en = {
  title: 'Hvor jeg er innlogget',
  intro: 'Alle nettlesere og programmer som er innlogget som deg. Logg ut det du ikke kjenner.',
  list: 'Økter',
  here: 'denne',
  unknown: 'En ukjent nettleser',
  openedBy: { link: 'med en lenke', provider: 'med kontoen fra jobben', demo: 'i demoen' },
  since: (day, way) => `Siden ${day}, ${way}`,
  seen: (when) => `sist brukt ${when}`,
  seenNow: 'brukt den siste timen',
  end: 'Logg ut',
  endOthers: 'Logg ut alle andre steder',
  ended: 'Logget ut der.',
  endedOthers: 'Nå er du bare innlogget her.',
  personTitle: 'Innlogget',
  personNone: 'Ingen steder for tiden.',
  endAll: 'Logg ut overalt',
  endedAll: 'Logget ut overalt.',
  accounts: 'Kontoer i innloggingstjenester',
  unlink: 'Løs fra personen',
  unlinked: 'Løst. Neste innlogging der med en bekreftet adresse knytter på nytt.'
}

const sv: typeof en = {
  title: 'Var jag är inloggad',
  intro: 'Alla webbläsare och program som är inloggade som du. Logga ut det du inte känner igen.',
  list: 'Sessioner',
  here: 'den här',
  unknown: 'En okänd webbläsare',
  openedBy: { link: 'med en länk', provider: 'med kontot från jobbet', demo: 'i demon' },
  since: (day, way) => `Sedan ${day}, ${way}`,
  seen: (when) => `senast använd ${when}`,
  seenNow: 'använd den senaste timmen',
  end: 'Logga ut',
  endOthers: 'Logga ut överallt annars',
  ended: 'Utloggad där.',
  endedOthers: 'Nu är du bara inloggad här.',
  personTitle: 'Inloggad',
  personNone: 'Ingenstans för tillfället.',
  endAll: 'Logga ut överallt',
  endedAll: 'Utloggad överallt.',
  accounts: 'Konton i inloggningstjänster',
  unlink: 'Koppla loss',
  unlinked: 'Losskopplat. Nästa inloggning där med en bekräftad adress kopplar på nytt.'
}

export const sessionTexts = dictionary({ en, nb, sv })
