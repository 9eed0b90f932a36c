import { told } from './told.ts'

/** Mostly heard in Swedish, about us: sales, money, chat, and the app itself. */
export const swedishService = [
  told(
    'refund-takes-weeks',
    'Återbetalning dröjer i veckor',
    `
sv Få tillbaka pengarna för en returnerad hubb. | Paketet kom fram den tredje, nu är det den tjugoåttonde. Ekonomi svarar inte. | Ni tog betalt på en sekund.
sv Förstå när återbetalningen kommer. | Appen säger «behandlas» sedan en månad.
sv Få pengarna till rätt konto. | Kortet är utgånget, så de studsade tillbaka till oss och blev liggande.
sv Ångra köpet inom fjorton dagar. | Returen godkändes, men ingen satte igång utbetalningen förrän jag frågade.
sv Få hela beloppet. | Frakten drogs av fast det var vårt fel.
sv Slippa ringa en gång till. | Fjärde samtalet om samma 1 490 kronor.
en Get her money back for the kit she returned. | Five weeks, three promises, nothing on the account. | My patience has been refunded, my money has not.
en Find the status of a repayment. | We could not see it either. Only finance can, and they answer on Thursdays.
nb Få igjen pengene etter retur. | Pakken ble levert for fem uker siden. Pengene er fortsatt ikke kommet.
nb Vite når beløpet er på konto. | Står som «under behandling», og ingen hos oss kan si mer.
nb Angre kjøpet. | Angreskjemaet ble mottatt, utbetalingen ble glemt.
`
  ),
  told(
    'sold-by-phone',
    'Telefonförsäljare lovar annat än avtalet',
    `
sv Förstå varför hon har ett tvåårsavtal. | Säljaren som ringde sade att det kunde sägas upp när som helst. | Han var så trevlig, och så ljög han.
sv Ångra det som pappa sade ja till. | Pappa är 88 och trodde att det var elnätsbolaget som ringde.
sv Få höra inspelningen. | Vi hänvisar till säljbolaget, som inte svarar.
sv Få det pris som utlovades. | 39 öre i telefonen, 89 i bekräftelsen.
sv Slippa samtalen. | Står i spärregistret och blir ändå uppringd varje vecka.
sv Komma ur bindningstiden. | Brytavgiften är högre än årskostnaden.
en Cancel what a caller signed his mother up for. | She only said "yes" to whether she could hear him. We count that as a contract.
en Get the terms that the salesman promised. | Nothing in writing, and the agency that calls on our behalf denies it. | Then who was it that rang me?
nb Komme ut av avtalen en selger ringte om. | Ble lovet ingen bindingstid. Det sto to år i det han fikk tilsendt.
nb Slippe selgere på telefon. | Har reservert seg, ringes likevel i middagen.
`
  ),
  told(
    'chatbot-without-exit',
    'Chattboten släpper inte fram till en människa',
    `
sv Få prata med en människa i chatten. | Roboten frågar samma tre saker i en ring. | Jag skrev «människa» nio gånger.
sv Skicka en bild på felet. | Boten tar inte emot bilder och säger att ärendet är löst.
sv Beskriva ett krångligt fel. | Den svarar med länken till lösenordsbyte varje gång.
sv Fortsätta där man var. | Efter tio minuter glömmer den allt, och man får ett nytt ärendenummer.
sv Nå någon utanför kontorstid. | Den virtuella assistenten lovar att en kollega tar över, men det händer aldrig.
sv Avsluta konversationen. | Går inte att stänga utan att ge betyg. Hon gav fem stjärnor för att slippa.
en Get past the bot. | It will only hand over to an agent after you pick a topic, and none of the topics fits.
en Explain that the heating is dead. | The virtual assistant kept sending the article on saving energy. | Saving a lot right now, thanks.
nb Få snakke med et menneske på chat. | Roboten går i ring og lukker saken selv.
nb Sende bilde av feilkoden. | Chatboten tar ikke imot vedlegg og spør om det var nyttig.
nb Slippe å begynne forfra. | Når en ekte person endelig kommer, har hun ikke sett noe av det kunden skrev.
`
  ),
  told(
    'child-lock-stuck',
    'Barnlåset går inte att låsa upp',
    `
sv Stänga av barnlåset. | Pinkoden är okänd, hon köpte huset med termostaten på väggen. | Jag är fyrtiofyra och blir behandlad som ett barn.
sv Låsa upp knapparna. | Håll in i tio sekunder, säger heftet. Ingenting händer.
sv Låsa så att gästerna inte ändrar. | Låset släpper vid varje strömavbrott.
sv Återställa koden. | Tre fel och den spärras i ett dygn, mitt i vintern.
sv Låsa bara barnens rum. | Allt eller inget.
sv Veta om låset är på. | Ingen symbol visar det. Han trodde att termostaten var trasig.
en Turn the child lock off. | Nobody knows the PIN, the previous tenants set it.
en Unlock the keypad after three wrong tries. | Locked for 24 hours with the bedroom at 14 degrees. | Even prison has visiting hours.
nb Låse opp termostaten. | Barnesikringen er på, og koden fulgte ikke med leiligheten.
nb Slå av tastelåsen. | Holder inne i ti sekunder som det står, uten at noe skjer.
`
  ),
  told(
    'app-slow-to-open',
    'Appen är trög och hänger sig',
    `
sv Öppna appen och höja en grad. | Snurrar i fyrtio sekunder innan något syns. | Det går fortare att tända en brasa.
sv Titta på förbrukningen för året. | Grafen laddar tills telefonen slocknar.
sv Byta rum. | Varje svep tar fem sekunder. Med tjugo enheter är den oanvändbar.
sv Starta appen efter uppdatering. | Hänger sig på logotypen. Avinstallera och installera om hjälper i en dag.
sv Trycka på plus. | Inget händer, hon trycker igen, och sedan kommer alla tryck på en gång: trettio grader.
sv Använda surfplattan på väggen. | Kraschar varje kväll vid nio.
en Open the app to turn down one room. | White screen for half a minute, then it crashes. | I can walk there faster.
en Scroll through a year of use. | Freezes at about March, every time, on a new phone.
nb Åpne appen. | Bruker nesten et minutt på å komme i gang.
nb Se på historikken. | Grafen henger seg opp og appen lukkes av seg selv.
nb Skru opp en grad. | Trykkene kommer forsinket, alle på én gang.
`
  )
]
