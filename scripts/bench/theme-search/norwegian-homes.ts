import { told } from './told.ts'

/** Mostly heard in Norwegian, about things at home. */
export const norwegianHomes = [
  told(
    'car-charger-stops',
    'Elbilladeren stopper om natta',
    `
nb Lade bilen ferdig til jobb. | Laderen startet klokka ett og ga seg etter tjue minutter. Bilen sto på 31 prosent om morgenen. | Jeg måtte låne svigermors Yaris.
nb Få full el-bil før påsketuren. | Prisstyringen slår av laderen når strømmen blir dyrere og slår den aldri på igjen.
nb Forstå hvorfor ladingen brytes. | Loggen i appen sier bare «avbrutt». Ingen grunn, ikke noe klokkeslett.
nb Lade med lav strøm på hytta. | Under 10 ampere nekter boksen på veggen å gå i gang, og det står ikke noe sted.
nb Sette at bilen skal være klar klokka sju. | Klar-til-tid finnes bare for ett bilmerke. Hun har et annet. | Så jeg har kjøpt feil bil?
nb Lade to biler etter tur. | Når den første er ferdig våkner ikke den andre, uansett hvor lenge den står tilkoblet.
sv Ladda elbilen på natten. | Laddboxen slutar mitt i natten och appen visar grönt ändå. | Jag stod på parkeringen och svor.
sv Starta om laddningen från sängen. | Knappen «Fortsätt» gör ingenting. Måste gå ut i regnet och dra ur kabeln.
en Wake up to a full battery. | The charging session ends by itself at 2 a.m. and the car has half of what he needs for the drive.
en Charge only in the cheap hours. | It waited for a cheap hour that never came, so the car got nothing at all.
`
  ),
  told(
    'update-killed-heating',
    'Oppdatering om natta tar ned varmen',
    `
nb Finne ut hvorfor alt var kaldt klokka fem. | Huben hadde hentet ny programvare og kom aldri opp igjen. Ovnene sto på laveste. | Det var ti grader på barnerommet!
nb Utsette oppdateringen til helga. | Det finnes ingen slik mulighet. Den kommer når den kommer.
nb Få liv i boksen etter fastvareoppdatering. | Lampa blinker rødt og ingenting hjelper. Tredje i borettslaget denne uka.
nb Skjønne hva den nye versjonen gjør. | Ingen har skrevet hva som er endret. Plutselig heter alt noe annet.
nb Gå tilbake til forrige utgave. | Det går ikke an, sier vi. Han vil ha den som virket. | Aldri rør en vinnende ovn.
nb Bruke panelovnen på soverommet. | Ble borte fra listen natt til onsdag da alle fikk ny programvare.
en Get the hub back after the automatic upgrade. | It restarts in a loop since the new firmware went out and the radiators are stuck at minimum.
en Choose when upgrades are installed. | Ours came in the coldest night of the year, at three, without asking. | Who signs off on that?
sv Få igång hubben efter uppdateringen i natt. | Den startar om hela tiden och elementen är iskalla.
sv Välja tid för uppdatering. | Finns inte. Hon driver förskola och vill inte ha överraskningar på en måndag.
sv Förstå varför allt försvann ur appen. | Ny mjukvara i natt, sedan hittas ingen enhet.
`
  ),
  told(
    'leak-sensor-cries-wolf',
    'Vannsensor piper uten lekkasje',
    `
nb Slå av pipingen under vasken. | Sensoren melder lekkasje, gulvet er knusktørt. Det er kondens fra røret. | Hunden har flyttet ut.
nb Sove. | Lekkasjevarsleren skrek klokka tre fordi batteriet var lavt, med nøyaktig samme lyd som ved vann.
nb Dempe alarmen fra jobben. | Må trykkes på selve brikken. Den ligger bak oppvaskmaskinen.
nb Stole på lekkasjestopperen. | Den stengte vannet midt i dusjen, tredje gangen nå, uten at det var en dråpe noe sted.
nb Bruke den på vaskerommet. | Slår ut når noen vasker gulvet, og må tørkes i et døgn før den gir seg.
nb Forklare forsikringsselskapet. | De vil ha en logg over alarmene. Vi har bare den siste.
en Stop the leak detector from beeping. | Bone dry floor, siren on. It does not like the steam from the dishwasher. | I have wiped it with a hair dryer.
en Tell a low battery from a flood. | Same shriek for both, at night of course.
sv Få tyst på vattenlarmet. | Golvet är torrt men givaren tjuter. Gick bara att ta ur batteriet.
sv Lita på att vattnet stängs bara när det läcker. | Ventilen slog till två gånger på en vecka när det var fukt i skåpet.
`
  ),
  told(
    'solar-surplus-gone',
    'Solstrøm vi ikke får se eller betalt for',
    `
nb Se hva panelene på taket ga i juni. | Appen viser bare kjøpt strøm. Det han solgte finnes ikke. | Jeg har et kraftverk ingen tror på.
nb Få betalt for overskuddet. | Pengene kommer én gang i året, og ingen kan si hvilken sats som er brukt.
nb Bruke egen strøm til varmtvannet. | Huben vet ikke at sola skinner. Den varmer om natta som før, og overskuddet går rett ut på nettet.
nb Forstå plusskundeavtalen. | Vilkårene er på åtte sider og nevner en godtgjørelse uten tall.
nb Legge inn solcelleanlegget. | Merket hans står ikke i listen, så produksjonen blir null.
nb Sammenligne produksjon med i fjor. | Grafen har ingen negativ side, så alt han leverer tegnes som null.
en See how much the roof sends back to the grid. | Export is not shown at all, only what they buy.
en Get credited for the electricity she feeds in. | Invoice has no line for it, seven months running. | I am giving it away to the neighbours, it seems.
sv Se överskottet från solcellerna. | Såld el syns varken i appen eller på fakturan.
sv Styra varmvattenberedaren efter solen. | Prisstyrningen tittar bara på spotpriset och bryr sig inte om egen produktion.
sv Få ersättning för el som matas ut. | Väntat sedan i våras. Ingen på chatten visste vem som har hand om det.
`
  ),
  told(
    'phone-battery-drain',
    'Appen tapper telefonen for strøm',
    `
nb Ha telefonen på en hel arbeidsdag. | Batteriet er tomt til lunsj etter at appen ble installert. Den står øverst på lista over hva som bruker strøm. | Litt ironisk for et strømselskap.
nb Skru av bruk i bakgrunnen. | Da slutter varslene å komme, og det er dem han vil ha.
nb Finne ut hvorfor mobilen blir varm i lomma. | Appen spør huben hvert tiende sekund, også når ingen ser på den.
nb Beholde widgeten. | Med den på hjemskjermen mister hun førti prosent i døgnet. Uten er det greit.
nb Bruke appen på en gammel iPhone. | Lades tre ganger om dagen. Sletta appen, så varte batteriet igjen.
nb Spare mobildata på fjellet. | Appen har spist to gigabyte denne måneden, mest i bakgrunnen.
en Keep the phone alive on a night shift. | Our app eats the battery even when closed. 52 percent, says the settings page. | You save my power at home and take it here.
en Use the app abroad without a big bill for data. | It had used 1.4 GB in the background in a week.
sv Få mobilen att räcka hela dagen. | Appen drar ur batteriet i bakgrunden, mest av alla enligt telefonen.
sv Ha kvar appen på jobbtelefonen. | Blir varm och laddar ur på förmiddagen. It-avdelningen vill ta bort den.
`
  )
]
