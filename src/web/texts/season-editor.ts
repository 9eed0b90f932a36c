import { dictionary } from './dictionary.ts'

const en = {
  newTitle: 'Declare a season',
  newIntro:
    'Two or three goals, each with its measure and the line of strategy it serves. Leaders are told at once, so that they guess before the first day.',
  editTitle: 'Change the season',
  editIntro: 'A goal that evidence is attached to stays. The first day moves only while guesses are open.',
  when: 'When',
  name: 'Name',
  nameHint: (name: string) => `Left empty, the days give it: ${name}.`,
  from: 'First day',
  to: 'Last day',
  daysHint: '14 to 184 days; usually a quarter.',
  thirdOptional: 'May be left empty.',
  goal: 'What we set out to do',
  measure: 'How we will know',
  strategyLine: 'The line of strategy it serves',
  send: 'Declare',
  save: 'Save',
  evidenceTitle: 'Attach evidence',
  evidenceIntro: (goal: string) => `What shows something for: ${goal}`,
  theme: 'A theme',
  themeHint: 'Learnings of several people that say the same.',
  mine: 'A learning of yours',
  mineHint: 'Somebody else’s is attached by its theme.',
  fix: 'A finished fix of yours',
  nothingToAttach:
    'There is nothing to attach yet: no theme, and neither a learning nor a finished fix of yours.',
  attach: 'Attach',
  whichGoal: 'For which goal?',
  whichGoalHint: 'What was heard shows something for a goal of the season.',
  noOpenSeason: 'No season is open: nothing can be attached to.',
  attachedAlready: 'Attached',
  toLearnings: 'To what was heard'
}

const nb: typeof en = {
  newTitle: 'Kunngjør en sesong',
  newIntro:
    'To eller tre mål, hvert med det det kjennes på og strategilinjen det tjener. Lederne får beskjed straks, så de gjetter før første dag.',
  editTitle: 'Endre sesongen',
  editIntro: 'Et mål som noe er lagt ved, blir stående. Første dag flyttes bare mens det kan gjettes.',
  when: 'Når',
  name: 'Navn',
  nameHint: (name: string) => `Tomt: dagene gir navnet, ${name}.`,
  from: 'Første dag',
  to: 'Siste dag',
  daysHint: '14 til 184 dager; vanligvis et kvartal.',
  thirdOptional: 'Kan stå tomt.',
  goal: 'Hva vi setter oss fore',
  measure: 'Hva det kjennes på',
  strategyLine: 'Strategilinjen det tjener',
  send: 'Kunngjør',
  save: 'Lagre',
  evidenceTitle: 'Legg ved noe som viser det',
  evidenceIntro: (goal) => `Hva viser noe for: ${goal}`,
  theme: 'Et tema',
  themeHint: 'Lærdommer fra flere som sier det samme.',
  mine: 'En lærdom fra deg',
  mineHint: 'Andres legges ved gjennom temaet.',
  fix: 'En ferdig utbedring fra deg',
  nothingToAttach:
    'Det er ingenting å legge ved ennå: ikke noe tema, og verken en lærdom eller en ferdig utbedring fra deg.',
  attach: 'Legg ved',
  whichGoal: 'For hvilket mål?',
  whichGoalHint: 'Det som ble hørt, viser noe for et av sesongens mål.',
  noOpenSeason: 'Ingen sesong er åpen: det er ingenting å legge ved til.',
  attachedAlready: 'Lagt ved',
  toLearnings: 'Til det som ble hørt'
}

const sv: typeof en = {
  newTitle: 'Utlys en säsong',
  newIntro:
    'Två eller tre mål, vart och ett med vad det märks på och den strategilinje det tjänar. Ledarna får veta det genast, så att de gissar före första dagen.',
  editTitle: 'Ändra säsongen',
  editIntro: 'Ett mål som något är bifogat till står kvar. Första dagen flyttas bara medan det kan gissas.',
  when: 'När',
  name: 'Namn',
  nameHint: (name: string) => `Tomt: dagarna ger namnet, ${name}.`,
  from: 'Första dagen',
  to: 'Sista dagen',
  daysHint: '14 till 184 dagar; oftast ett kvartal.',
  thirdOptional: 'Får lämnas tomt.',
  goal: 'Vad vi föresätter oss',
  measure: 'Vad det märks på',
  strategyLine: 'Strategilinjen det tjänar',
  send: 'Utlys',
  save: 'Spara',
  evidenceTitle: 'Bifoga något som visar det',
  evidenceIntro: (goal) => `Vad visar något för: ${goal}`,
  theme: 'Ett tema',
  themeHint: 'Lärdomar från flera som säger detsamma.',
  mine: 'En lärdom från dig',
  mineHint: 'Andras bifogas genom temat.',
  fix: 'En färdig åtgärd från dig',
  nothingToAttach:
    'Det finns inget att bifoga ännu: inget tema, och varken en lärdom eller en färdig åtgärd från dig.',
  attach: 'Bifoga',
  whichGoal: 'För vilket mål?',
  whichGoalHint: 'Det som hördes visar något för ett av säsongens mål.',
  noOpenSeason: 'Ingen säsong är öppen: det finns inget att bifoga till.',
  attachedAlready: 'Bifogat',
  toLearnings: 'Till det som hördes'
}

export const seasonEditorTexts = dictionary({ en, nb, sv })
