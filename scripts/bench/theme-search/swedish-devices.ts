import { told } from './told.ts'

/** Mostly heard in Swedish, about devices. */
export const swedishDevices = [
  told(
    'voice-assistant-deaf',
    'Röststyrning förstår inte rummen',
    `
sv Höja värmen med rösten. | Assistenten svarar att det inte finns något rum som heter vardagsrummet. | Jag sitter ju i det!
sv Säga till högtalaren att sänka i sovrummet. | Den sänkte i hela huset.
sv Koppla Google till hubben. | Länkningen går igenom men inga termostater dyker upp efteråt.
sv Styra på svenska. | Fungerar bara om man talar engelska med den. Barnen tycker det är roligt.
sv Använda Alexa igen efter bytet av lösenord. | Måste kopplas om från noll, och rummens namn var borta.
sv Fråga hur varmt det är. | Får svar i Fahrenheit.
en Ask the speaker to warm up the study. | "I can't find a device called study." It is there in our own app. | I felt silly shouting at a lamp.
en Use Siri shortcuts with the hub. | The list of shortcuts is empty since the spring.
nb Styre ovnen med stemmen. | Høyttaleren skjønner ikke «stua», bare «living room».
nb Koble til Google Home. | Innloggingen går i ring, og til slutt sier den at kontoen allerede er knyttet.
`
  ),
  told(
    'wall-display-unreadable',
    'Displayen på väggen går inte att läsa',
    `
sv Se vilken temperatur som är inställd. | Siffrorna är grå på grått. Han är 76 och tar ficklampa. | Är den gjord för ugglor?
sv Läsa av termostaten i hallen. | Skärmen släcks efter tre sekunder, innan man hunnit sätta på sig glasögonen.
sv Göra texten större. | Går i appen men inte på själva enheten.
sv Använda termostaten som synskadad. | Släta pekytor utan kant, ingenting att känna på.
sv Dämpa ljuset i barnrummet. | Bländar på natten och är ändå oläslig på dagen.
sv Ställa in utan app. | Symbolerna är så små att hon fotograferar dem och förstorar i telefonen.
en Read the number on the wall. | Pale grey digits behind glossy glass. In daylight you see yourself and nothing else.
en Set the heat without reading glasses. | Icons of two millimetres. Her hands shake and she hits the wrong one. | Give me a knob, please.
nb Lese av hva som står på veggen. | Svak kontrast og bittesmå tall. Moren hans på 80 ser det ikke.
nb Holde skjermen tent mens hun stiller inn. | Den slukker før hun er ferdig, og så må hun begynne på nytt.
nb Bruke termostaten med dårlig syn. | Ingen lyd, ingen knapper, bare blankt glass.
`
  ),
  told(
    'thermostat-batteries-die',
    'Batterierna i givarna tar slut för fort',
    `
sv Slippa byta batterier i element-termostaterna. | Räcker sex veckor. På kartongen står två år. | Jag är storkund hos Clas Ohlson nu.
sv Förstå varför givaren slutade svara. | Batteriet var slut men appen visade 80 procent dagen innan.
sv Använda laddbara celler. | Appen varnar för lågt batteri redan när de är nyladdade.
sv Byta batteri högt upp på väggen. | Luckan sitter på undersidan och går inte upp utan skruvmejsel. Hon klättrade på en stol.
sv Få en varning i tid. | Ingen alls. Det blev bara kallt.
sv Räkna på kostnaden. | Tolv termostater, två batterier i varje, fyra gånger om året.
en Keep the radiator valves running through the winter. | New cells every five weeks. Our box promises two years.
en Know which of nine sensors needs new batteries. | All show full until the minute they die. | Full of what?
nb Bytte batterier i ventilene. | Varer en drøy måned. Han har fjorten av dem.
nb Få beskjed før batteriet er tomt. | Kom ingen. Føleren ble bare stum og rommet kaldt.
`
  ),
  told(
    'away-by-location',
    'Hemma/borta efter mobilen slår fel',
    `
sv Låta värmen följa om någon är hemma. | Hubben tror att alla åkt fast hon ligger sjuk i sängen. Mobilens plats hoppar. | Det sänktes till sexton grader medan jag hade feber.
sv Ställa in radien. | Minsta avstånd är fem kilometer. Han jobbar tre kvarter bort.
sv Ha tonåringar utan app hemma. | När föräldrarna går blir det kallt, för bara deras telefoner räknas.
sv Förstå varför huset värms mitt på dagen. | Grannens wifi fick telefonen att tro att den var hemma.
sv Stänga av platsfunktionen. | Då försvinner hela bortaläget, det går inte att sköta för hand.
sv Skydda sin integritet. | Appen vill veta var hon är hela tiden, även när den inte används.
en Have the house turn itself down when they leave. | It thinks they are out when the phone sleeps, so the heating drops in the evening with four people on the sofa.
en Come home to warmth by GPS. | It notices him as he opens the front door, an hour too late to matter. | Hello, I live here.
nb Bruke borte-modus etter hvor mobilen er. | Skrur ned mens de sitter i stua, fordi posisjonen er feil.
nb La barna være hjemme alene. | De har ikke telefon, så huset tror det er tomt.
nb Velge mindre område. | Geogjerdet dekker halve bygda.
`
  ),
  told(
    'plug-counts-wrong',
    'Smarta kontakten mäter fel',
    `
sv Mäta vad frysen drar. | Kontakten visar noll watt fast frysen går. Under fem watt ser den ingenting.
sv Jämföra kontaktens siffra med elmätaren. | Skiljer trettio procent. | Vilken av dem ska jag betala efter?
sv Summera månaden. | Räknaren nollställs varje gång det blir strömavbrott.
sv Koppla in dammsugaren. | Kontakten slår ifrån vid start och ligger sedan kvar som avstängd.
sv Exportera mätningarna. | Bara som bild. Han ville ha kalkylark.
sv Lita på förbrukningen för torktumlaren. | 0,2 kWh för ett helt program, säger appen. Orimligt.
en Find out what the old fridge costs. | The smart socket says 3 watts, a meter from the library says 140.
en Track the office heater over a month. | The count starts from zero after every blackout, so the total is rubbish. | I could have guessed better.
nb Måle hva tørketrommelen bruker. | Støpselet viser en brøkdel av det måleren sier.
nb Se forbruket over tid. | Tallene nullstilles når strømmen går.
`
  )
]
