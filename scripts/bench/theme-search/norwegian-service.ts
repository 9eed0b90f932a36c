import { told } from './told.ts'

/** Mostly heard in Norwegian, about us: service, contracts, words. */
export const norwegianService = [
  told(
    'phone-queue',
    'Kunder står for lenge i telefonkø',
    `
nb Snakke med noen om en defekt ovn. | Sto i kø i 52 minutter og ble kastet ut da vi stengte klokka fire. | Jeg kan musikken deres utenat.
nb Bli ringt opp igjen. | Tastet 1 for tilbakeringing. Ingen ringte den dagen, og ikke dagen etter.
nb Få vite plassen i køen. | Stemmen sier «du er snart fremme» hele tiden. Det er løgn.
nb Ringe i lunsjen. | Aldri kortere enn tre kvarter mellom elleve og ett. Hun er lærer og har ikke annen tid.
nb Nå fram til samme person som sist. | Må forklare alt på nytt hver gang, etter en halvtimes venting.
nb Melde fra om noe som haster. | Ingen egen linje når det er iskaldt hjemme. Havner bakerst som alle andre.
en Get hold of a human by phone. | 47 minutes on hold, then the line went dead and he had to start again at the end of the queue.
en Use the call-back she was promised. | Nobody rang. She rang us instead, twice, and waited both times. | I have a job to go to.
sv Ringa kundtjänst. | Över en timme i kö, sedan bröts samtalet.
sv Bli uppringd som avtalat. | Ingen ringde, och när hon själv ringde var hon nummer trettioåtta.
sv Få hjälp efter klockan fyra. | Telefonerna stänger innan folk slutar jobba. | Ni verkar tro att alla är pensionärer.
`
  ),
  told(
    'warranty-refused',
    'Garantisaker avvises på kvittering',
    `
nb Få ny termostat på garantien. | Vi krever kvittering, og den lå i esken som ble kastet. Vi solgte den selv, så vi vet jo når.
nb Klage på en føler som døde etter fjorten måneder. | Fikk beskjed om at ett år er ute. Etter loven har han fem. | Jeg er ikke jurist, men kona er.
nb Reklamere på en ovn kjøpt gjennom rørlegger. | Vi viser til rørleggeren, rørleggeren viser til oss.
nb Sende inn den ødelagte delen. | Må betale porto selv og får den igjen først om seks uker, uten varme imens.
nb Bytte en knust skjerm. | Stemplet som «ytre påvirkning» uten at noen har sett på den.
nb Følge saken sin. | Saksnummeret gir ingen treff på nettsiden, og det er gått en måned.
en Claim on a relay that failed after a year and a half. | Was told it is out of warranty. The law where he lives says otherwise.
en Prove when the thermostat was bought. | We ask for a paper receipt for something ordered in our own shop.
sv Reklamera en trasig givare. | Nekas för att kvittot saknas, fast köpet syns på kontot.
sv Få en ny efter tretton månader. | Vi säger ett års garanti. Konsumentverket säger tre år. | Ska jag verkligen behöva läsa lagen för er?
`
  ),
  told(
    'english-error-messages',
    'Feilmeldinger på engelsk ingen forstår',
    `
nb Logge på huben. | Appen er på norsk, men feilen kom på engelsk: «handshake failed, retry». | Hvem skal jeg håndhilse på?
nb Forstå hva E-17 betyr. | Koden står ikke i hjelpen og ikke i heftet. Jeg fant den i et regneark hos oss.
nb Følge teksten på skjermen. | «Vennligst skjøt apparatet» skal visst bety koble fra. Maskinoversatt, tror jeg.
nb Hjelpe mor på 83. | Hun leser ikke engelsk, og alt som går galt blir sagt på engelsk.
nb Bytte språk i appen. | Den følger telefonen, som er på engelsk på grunn av jobben. Kan ikke velge selv.
nb Lese meldingen «Operation not permitted». | Den kom da han ville døpe om et rom. Ingen anelse om hvorfor.
sv Förstå varningen. | Texten är en blandning av norska och engelska i den svenska appen. | Jag trodde jag laddat ner fel.
sv Veta vad man ska göra åt «unknown device state». | Det står inte. Den översatta raden under säger «okänt tillstånd för anordning».
sv Läsa felkoden. | E-04 på väggen, 1104 i appen, samma fel.
en Make sense of "something went wrong (null)". | That is all it says. He sent eleven screenshots of it.
en Report the text of an error for us to look up. | It vanishes after two seconds and cannot be copied.
`
  ),
  told(
    'discount-code-refused',
    'Rabattkoder virker ikke i kassen',
    `
nb Bruke kampanjekoden fra reklamen. | «Ugyldig kode». Annonsen gjelder til søndag, og i dag er det fredag.
nb Få medlemsrabatten gjennom huseierforeningen. | Feltet for rabatt dukker opp først etter at kortet er trukket.
nb Kjøpe startpakken til halv pris. | Prisen hoppet opp igjen i siste steg. | Det kalles lokkevarer der jeg kommer fra.
nb Bruke gavekort og tilbud samtidig. | Bare ett av dem godtas, og gavekortet ble likevel tømt.
nb Verve naboen. | Begge skulle få 500 kroner. Ingen fikk noe, og lenken fører til en tom side.
nb Handle på Black Friday. | Koden virket bare på mobil, ikke på pc. Det sto ingen steder.
en Redeem the voucher from the newsletter. | Checkout says expired on the very day it was sent.
en Get the offer she saw on the bus. | Full price in the basket and no box to type a code into. | Is the bus lying?
sv Använda rabattkoden. | Ogiltig säger kassan, trots att kampanjen pågår hela veckan.
sv Få priset som stod i annonsen. | Dyrare i varukorgen. Jag fick dra av mellanskillnaden för hand.
`
  ),
  told(
    'account-cannot-be-deleted',
    'Kunder får ikke slettet kontoen sin',
    `
nb Slette kontoen og alt vi har om henne. | Knappen finnes ikke. Det finnes et skjema på engelsk som skal skrives ut.
nb Bli glemt. | Fikk svar om at det tar 90 dager. Loven sier én måned. | Da husker dere meg altså lenge.
nb Fjerne avdøde far fra systemet. | Vi ber om at han selv bekrefter på e-post.
nb Slutte å få nyhetsbrev. | Meldte seg av tre ganger. Kommer fortsatt hver torsdag.
nb Trekke samtykket til deling av forbruksdata. | Bryteren spretter tilbake når siden lastes på nytt.
nb Finne ut hvem som ser forbruket hans. | Personvernerklæringen sier «samarbeidspartnere» uten å nevne noen.
en Close the account for good. | There is no way to do it online, and the mail address in the policy bounces.
en Have her personal data erased after moving abroad. | Still got a birthday greeting from us a year later. | Creepy, honestly.
sv Radera sitt konto. | Går inte i appen. Supporten skickar en blankett som ska postas.
sv Avsluta utskicken. | Har avregistrerat sig gång på gång men mejlen fortsätter komma.
sv Få bort sina uppgifter. | Ingen här visste vem som gör det. Jag bad värden, som bad juristen.
`
  )
]
