import { questions } from './question.ts'

/** Written together with the others, and looked at only to measure: nothing in the ranking was changed for them. */
export const heldOutQuestions = questions(`
sv pairing-code-expires Parkopplingskoden hinner bli ogiltig innan användaren har skrivit in den, särskilt för äldre personer.
en five-gigahertz Setup breaks on modern mesh networks because the hub only supports the lower Wi-Fi band, and the message wrongly points to a bad password.
nb new-router-start-over Ved bytte av nettleverandør må alt nullstilles og legges inn på nytt, siden det ikke går an å endre trådløst nett.
sv offline-but-working Statusen i appen är opålitlig: termostater som fungerar visas gråa och anges sakna kontakt.
nb share-the-home Det er vanskelig å gi ektefelle og barn tilgang til boligen, og invitasjonene slutter å gjelde for fort.
en schedule-lost Changes to the weekly heating plan are silently discarded, so that the previous one is back the next morning.
sv alerts-late Larm om låg temperatur i fritidshuset kommer först när rören redan har frusit.
en sign-in-code-missing Two-factor text messages do not reach people with foreign or changed numbers, who are then locked out.
sv holiday-mode-ends-late Familjer kommer hem från resan till ett utkylt hus, eftersom semesterläget inte går att avsluta i tid.
nb open-window-false Varmen slår seg av når noen går ut døra, fordi termostaten tolker trekken som et åpent vindu.
en heat-pump-quarrel Our controls and third-party heat pumps pull in opposite directions, which raises the cost of electricity.
nb two-temperatures Temperaturen i appen er en annen enn på veggen, og det går ikke fram om det er gulvet eller lufta som måles.
sv summer-bathroom-floor Under sommaren vill kunder behålla golvvärmen i badrummet medan resten av hemmet är avstängt.
en hand-over-the-hub After a property sale the new occupants cannot take over the system, because it is tied to the account of the previous owner.
nb many-homes Utleiere med mange leiligheter trenger flere kontoer, fordi antallet boliger er begrenset.
en night-tariff-clock-change Devices meant to run on the cheap night rate are an hour off after the switch to or from daylight saving time.
sv capacity-charge Effektavgiften är obegriplig: kunderna ser inte vilka timmar eller apparater som orsakade topparna.
nb tomorrow-prices-missing Strømprisene for neste døgn kommer for sent eller forsvinner fra grafen, slik at folk ikke får planlagt forbruket.
en savings-not-believed The claimed reduction in cost is calculated against an unknown baseline and contradicts the bill.
sv invoice-old-address Trots att kunden har anmält flytt skickas räkningen till den gamla adressen.
nb charged-twice Kunder blir trukket dobbelt for abonnementet når de bytter betalingsperiode.
en business-receipt Small companies cannot get receipts that state VAT and registration number, which creates work for their accountants.
sv parcel-astray Paketen hamnar hos fel ombud, och spårningen ger mottagaren ingen information.
en wrong-in-the-box Kits are delivered incomplete: screws, sensors or adapters are missing when the customer wants to mount them.
nb electrician-no-show Elektrikeren møter ikke opp til avtalt tid, og kunden får ingen beskjed.
sv fahrenheit-rounding Amerikanska användare får fel börvärde, eftersom grader Fahrenheit avrundas vid omräkning från Celsius.
en boiler-wiring Installation instructions for boilers are ambiguous about terminals, so householders fear making dangerous electrical mistakes.
nb help-page-outdated Veiledningene på nettet er utdaterte og beskriver knapper som ikke finnes lenger.
en car-charger-stops Overnight charging of electric vehicles is interrupted by price control and does not resume, leaving drivers stranded.
nb update-killed-heating Ny programvare installeres uten forvarsel om natta, og etterpå starter ikke huben igjen.
en leak-sensor-cries-wolf False alarms from water detectors, caused by condensation or weak batteries, erode trust.
sv solar-surplus-gone Kunder med solceller får varken se eller betalt för den el de säljer tillbaka.
en phone-battery-drain Background activity of the mobile application shortens battery life and consumes the data allowance.
sv phone-queue Kundtjänst är svår att nå per telefon; väntetiden överstiger en timme och ingen ringer upp.
en warranty-refused Claims on defective products are rejected for lack of a receipt even though statutory rights apply.
sv english-error-messages Felmeddelanden visas på engelska eller som koder utan förklaring.
nb discount-code-refused Rabatten fra annonsen blir ikke godtatt i nettbutikken når kunden skal betale.
sv account-cannot-be-deleted Kunder som vill få sina personuppgifter borttagna hänvisas till blanketter, och utskicken upphör inte.
en voice-assistant-deaf Spoken commands fail since smart speakers do not recognise the names of rooms.
nb wall-display-unreadable Eldre og svaksynte klarer ikke å lese skjermen på termostaten: for små tall og dårlig kontrast.
en thermostat-batteries-die Valves and sensors run out of power within weeks rather than years, without notice.
sv away-by-location Platsbaserad styrning sänker värmen trots att familjen är hemma, och barn utan telefon räknas inte.
nb plug-counts-wrong Smartpluggen måler feil, og forbruket avviker kraftig fra strømmåleren.
en refund-takes-weeks Reimbursement after returned goods takes more than a month, and staff cannot tell when it will be paid.
nb sold-by-phone Telefonselgere oppgir andre priser og vilkår enn dem som står i bekreftelsen.
sv chatbot-without-exit Den automatiska chatten fastnar i samma frågor och kopplar inte vidare till en medarbetare.
en child-lock-stuck People who move in cannot unlock the keypad since the code is unknown to them.
nb app-slow-to-open Appen er treg og krasjer, særlig når man ser på forbrukshistorikken.
nb cancelled-still-billed Oppsagte abonnementer fortsetter å bli fakturert, og det er vanskelig å finne ut hvor man sier opp.
sv electrician-no-show Elektriker uteblir från bokade besök utan att meddela kunden.
`)
