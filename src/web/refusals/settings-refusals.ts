/** What the pages of settings may be refused; see `refusal-texts.ts`. */
export const SETTINGS_REFUSALS = {
  PLANNING_POLICY_UNCHANGED: {
    nb: 'Planer veies allerede slik. Det er ingenting å endre.',
    sv: 'Planer vägs redan så. Det finns inget att ändra.'
  },
  RETENTION_RULE_UNCHANGED: {
    nb: 'Disse dataene beholdes allerede så mange dager.',
    sv: 'De här uppgifterna sparas redan så många dagar.'
  },
  RATE_NOT_VALID: {
    nb: 'Timeprisen kan ikke settes slik: en dag som finnes, høyst to desimaler, og en valuta med tre bokstaver, som NOK.',
    sv: 'Timpriset kan inte sättas så: en dag som finns, högst två decimaler och en valuta med tre bokstäver, som SEK.'
  },
  AREA_NAME_TAKEN: {
    nb: 'Det finnes et produktområde med dette navnet, kanskje et arkivert. Hent det tilbake, eller velg et annet navn.',
    sv: 'Det finns ett produktområde med det namnet, kanske ett arkiverat. Hämta tillbaka det, eller välj ett annat namn.'
  },
  AREA_IN_USE: {
    nb: 'Lærdommer eller temaer hører til dette området. Arkiver det: det tilbys ikke mer, og de beholder det.',
    sv: 'Lärdomar eller teman hör till det här området. Arkivera det: det erbjuds inte mer, och de behåller det.'
  },
  AREA_OWNER_NOT_VALID: {
    nb: 'Et område eies av noen som arbeider her. Velg en annen.',
    sv: 'Ett område ägs av någon som arbetar här. Välj någon annan.'
  },
  COMPANY_DAY_NOT_FOUND: { nb: 'Det finnes ingen slik fridag.', sv: 'Det finns ingen sådan ledig dag.' },
  COMPANY_DAY_NOT_VALID: {
    nb: 'Fridagen kan ikke noteres slik: en dag som finnes, og en region bare sammen med landet den hører til.',
    sv: 'Den lediga dagen kan inte noteras så: en dag som finns, och en region bara tillsammans med sitt land.'
  },
  COMPANY_DAY_TWICE: {
    nb: 'Denne dagen er fri der allerede. Fjern den først for å endre navnet.',
    sv: 'Den dagen är redan ledig där. Ta bort den först för att ändra namnet.'
  },
  WEBHOOK_NOT_FOUND: { nb: 'Det finnes ingen slik webhook.', sv: 'Det finns ingen sådan webhook.' },
  WEBHOOK_URL_NOT_VALID: {
    nb: 'Gi en adresse som begynner med https:// og ikke inneholder bruker eller passord.',
    sv: 'Ge en adress som börjar med https:// och inte innehåller användare eller lösenord.'
  },
  WEBHOOK_WITHOUT_EVENTS: {
    nb: 'Velg minst én hendelse den skal høre om.',
    sv: 'Välj minst en händelse som den ska höra om.'
  },
  WEBHOOK_DISABLED: {
    nb: 'Denne webhooken er slått av. Slå den på først.',
    sv: 'Den här webhooken är avslagen. Slå på den först.'
  },
  WEBHOOK_DELIVERY_NOT_FOUND: { nb: 'Det finnes ingen slik sending.', sv: 'Det finns ingen sådan sändning.' },
  DELIVERY_NOT_FOUND: { nb: 'Det finnes ingen slik melding.', sv: 'Det finns inget sådant meddelande.' },
  DELIVERY_NOT_FAILED: {
    nb: 'Bare det som har feilet for godt, kan sendes igjen; resten tar vare på seg selv.',
    sv: 'Bara det som har misslyckats för gott kan skickas igen; resten sköter sig självt.'
  },
  API_KEY_NOT_FOUND: { nb: 'Det finnes ingen slik nøkkel.', sv: 'Det finns ingen sådan nyckel.' },
  API_KEY_WITHOUT_SCOPE: {
    nb: 'Si hva nøkkelen får: velg minst én ting.',
    sv: 'Säg vad nyckeln får: välj minst en sak.'
  },
  API_KEY_EXPIRY_NOT_VALID: {
    nb: 'La nøkkelen slutte mellom en time og et år fra nå; lag en ny da.',
    sv: 'Låt nyckeln sluta mellan en timme och ett år från nu; gör en ny då.'
  }
} as const
