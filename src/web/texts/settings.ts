import { dictionary } from './dictionary.ts'

const en = {
  title: 'Settings',
  intro: 'What holds for the whole company. Whatever is changed here is on record with who did it and when.',
  sections: {
    planning: 'Planning',
    holidays: 'Company holidays',
    areas: 'Product areas',
    rates: 'Hourly rate',
    retention: 'Keeping data',
    provisioning: 'Provisioning',
    messages: 'Messages',
    slack: 'Slack',
    webhooks: 'Webhooks',
    keys: 'API keys',
    jobs: 'Jobs'
  },
  about: {
    planning: 'How much an even load, unpopular times, wishes and promises weigh in plans.',
    holidays: 'Days off of our own beside the public holidays.',
    areas: 'The parts of the product that learnings and themes are about.',
    rates: 'What an hour costs, by which waiting is priced.',
    retention: 'How long each kind of data is kept before it is deleted or anonymised.',
    provisioning: 'An identity provider brings people and ends them, and who is held until you decide.',
    messages: 'Whether mail goes out, and what did not arrive.',
    slack: 'Whom Slack knows, which channels hear who is on, and how it is set up.',
    webhooks: 'Servers that hear of what happens here.',
    keys: 'Keys with which programs act for people.',
    jobs: 'What runs by itself, and whether it is well.'
  },
  groups: { work: 'How we work', data: 'What we keep', links: 'Ways in and out' },
  since: 'Since',
  by: (name: string, day: string) => `${name}, ${day}`,
  history: 'What was set before',
  save: 'Save',
  add: 'Add',
  remove: 'Remove',
  saved: 'Saved.',
  added: 'Added.',
  removed: 'Removed.'
}

const nb: typeof en = {
  title: 'Innstillinger',
  intro: 'Det som gjelder for hele firmaet. Alt som endres her, noteres med hvem og når.',
  sections: {
    planning: 'Planlegging',
    holidays: 'Firmaets fridager',
    areas: 'Produktområder',
    rates: 'Timepris',
    retention: 'Oppbevaring',
    provisioning: 'Klargjøring',
    messages: 'Meldinger',
    slack: 'Slack',
    webhooks: 'Webhooks',
    keys: 'API-nøkler',
    jobs: 'Jobber'
  },
  about: {
    planning: 'Hvor mye jevn belastning, upopulære tider, ønsker og løfter veier i planer.',
    holidays: 'Egne fridager ved siden av helligdagene.',
    areas: 'Delene av produktet som lærdommer og temaer handler om.',
    rates: 'Hva en time koster, som ventingen prises etter.',
    retention: 'Hvor lenge hver slags data oppbevares før de slettes eller anonymiseres.',
    provisioning:
      'En identitetstjeneste henter inn folk og avslutter dem, og hvem som holdes til du bestemmer.',
    slack: 'Hvem Slack kjenner, hvilke kanaler som får vite hvem som er på vakt, og hvordan det settes opp.',
    messages: 'Om det går ut e-post, og hva som ikke kom fram.',
    webhooks: 'Servere som får høre hva som skjer her.',
    keys: 'Nøkler som programmer handler for folk med.',
    jobs: 'Det som går av seg selv, og om det går bra.'
  },
  groups: { work: 'Hvordan vi arbeider', data: 'Hva vi tar vare på', links: 'Veier inn og ut' },
  since: 'Fra',
  by: (name, day) => `${name}, ${day}`,
  history: 'Hva som gjaldt før',
  save: 'Lagre',
  add: 'Legg til',
  remove: 'Fjern',
  saved: 'Lagret.',
  added: 'Lagt til.',
  removed: 'Fjernet.'
}

const sv: typeof en = {
  title: 'Inställningar',
  intro: 'Det som gäller för hela företaget. Allt som ändras här noteras med vem och när.',
  sections: {
    planning: 'Planering',
    holidays: 'Företagets lediga dagar',
    areas: 'Produktområden',
    rates: 'Timpris',
    retention: 'Lagringstid',
    provisioning: 'Provisionering',
    messages: 'Meddelanden',
    slack: 'Slack',
    webhooks: 'Webhooks',
    keys: 'API-nycklar',
    jobs: 'Jobb'
  },
  about: {
    planning: 'Hur mycket jämn belastning, impopulära tider, önskemål och löften väger i planer.',
    holidays: 'Egna lediga dagar bredvid helgdagarna.',
    areas: 'De delar av produkten som lärdomar och teman handlar om.',
    rates: 'Vad en timme kostar, som väntan prissätts efter.',
    retention: 'Hur länge varje slags data sparas innan de raderas eller anonymiseras.',
    provisioning: 'En identitetstjänst tar in folk och avslutar dem, och vilka som hålls tills du bestämmer.',
    slack: 'Vilka Slack känner, vilka kanaler som får veta vem som är i tjänst, och hur det ställs in.',
    messages: 'Om det går ut e-post, och vad som inte kom fram.',
    webhooks: 'Servrar som får höra vad som händer här.',
    keys: 'Nycklar som program handlar för människor med.',
    jobs: 'Det som går av sig självt, och om det går bra.'
  },
  groups: { work: 'Hur vi arbetar', data: 'Vad vi sparar', links: 'Vägar in och ut' },
  since: 'Från',
  by: (name, day) => `${name}, ${day}`,
  history: 'Vad som gällde före',
  save: 'Spara',
  add: 'Lägg till',
  remove: 'Ta bort',
  saved: 'Sparat.',
  added: 'Tillagt.',
  removed: 'Borttaget.'
}

export const settingsTexts = dictionary({ en, nb, sv })
