/** What the pages of learnings and themes, and those who publish or look at people, may be refused; see `refusal-texts.ts`. */
export const THEME_REFUSALS = {
  THEME_NOT_FOUND: { nb: 'Det finnes ikke noe slikt tema.', sv: 'Det finns inget sådant tema.' },
  THEME_STANDS_WITHIN: {
    nb: 'Temaet er slått sammen med et annet; gjør det der.',
    sv: 'Temat är sammanslaget med ett annat; gör det där.'
  },
  THEME_NOT_YOURS: {
    nb: 'Verter, ledere, HR, administratorer, toppledere og eieren endrer et tema; du kan legge inn det du selv hørte.',
    sv: 'Värdar, ledare, HR, administratörer, företagsledning och ägaren ändrar ett tema; du kan lägga in det du själv hörde.'
  },
  THEME_NOT_YOURS_TO_DECIDE: {
    nb: 'Eieren av et tema, eierens leder eller en toppleder avgjør det.',
    sv: 'Temats ägare, ägarens ledare eller någon i företagsledningen avgör det.'
  },
  THEME_NOT_MERGED: {
    nb: 'Temaet står for seg selv, så det er ingenting å løse opp.',
    sv: 'Temat står för sig självt, så det finns inget att lösa upp.'
  },
  THEME_MERGED_INTO_ITSELF: {
    nb: 'Et tema kan ikke slås sammen med seg selv. Velg et annet.',
    sv: 'Ett tema kan inte slås ihop med sig självt. Välj ett annat.'
  },
  THEME_WOULD_BE_HIDDEN: {
    nb: 'Uten dette ville temaet ha ventet kortere enn det har, og bare en avgjørelse tar det bort fra der det står. Avgjør det, eller skill dette ut i et eget tema.',
    sv: 'Utan det här skulle temat ha väntat kortare än det har, och bara ett beslut tar bort det därifrån där det står. Avgör det, eller bryt ut det här i ett eget tema.'
  },
  DECISION_STANDS: {
    nb: 'Det er dette som gjelder allerede. Avgjør noe annet, eller la det stå.',
    sv: 'Det är redan detta som gäller. Besluta något annat, eller låt det stå.'
  },
  LEARNING_NOT_FOUND: { nb: 'Det finnes ingen slik lærdom.', sv: 'Det finns ingen sådan lärdom.' },
  LEARNING_NOT_IN_THEME: {
    nb: 'Disse lærdommene er ikke i noe tema, eller i et annet.',
    sv: 'De här lärdomarna är inte i något tema, eller i ett annat.'
  },
  LEARNING_NOT_YOURS: {
    nb: 'Bare den som leverte en lærdom, endrer den eller tar den tilbake.',
    sv: 'Bara den som lämnade in en lärdom ändrar den eller tar tillbaka den.'
  },
  LEARNING_HAS_FIX_IT: {
    nb: 'Det er satt av eller godskrevet tid til å rette opp dette, så lærdommen blir. Ordene kan du fortsatt endre.',
    sv: 'Tid för att åtgärda det här är bokad eller godskriven, så lärdomen blir kvar. Orden kan du fortfarande ändra.'
  },
  SPLIT_TAKES_ALL: {
    nb: 'Når noe skilles ut, blir minst én lærdom igjen. Skal temaet hete noe annet, endre tittelen.',
    sv: 'När något bryts ut blir minst en lärdom kvar. Ska temat heta något annat, ändra rubriken.'
  },
  OWNER_NOT_VALID: {
    nb: 'Et tema eies av en som arbeider her. Velg en annen.',
    sv: 'Ett tema ägs av någon som arbetar här. Välj någon annan.'
  },
  OWNED_ALREADY: { nb: 'Denne personen eier temaet allerede.', sv: 'Den här personen äger redan temat.' },
  ANSWER_BY_NOT_VALID: {
    nb: 'Svar innen en dag som finnes, fra i dag til om et år.',
    sv: 'Svara senast en dag som finns, från i dag till om ett år.'
  },
  HEARING_NOT_FOUND: {
    nb: 'Dette temaet ble ikke lagt frem for deg på den måten.',
    sv: 'Det här temat lades inte fram för dig på det sättet.'
  },
  HEARING_ANSWERED: { nb: 'Du har svart på dette allerede.', sv: 'Du har redan svarat på det här.' },
  LEADERS_NOT_PLANNED: {
    nb: 'Ledere går først: de som er nevnt, skylder en vakt i disse dagene og har ingen. Planlegg dem også, eller publiser med en grunn.',
    sv: 'Ledare går först: de som nämns är skyldiga ett pass de här dagarna och har inget. Planera dem också, eller publicera med ett skäl.'
  },
  PURPOSE_NOT_RECORDED: {
    nb: 'Enkeltpersoner vises for HR når formålet står i registeret over kontrolltiltak, etter at det er drøftet med de tillitsvalgte.',
    sv: 'Enskilda personer visas för HR när syftet står i registret över kontrollåtgärder, efter att det har diskuterats med de anställdas företrädare.'
  }
} as const
