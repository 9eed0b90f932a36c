import { questions } from './question.ts'

/** The ranking was worked out with these in sight. */
export const knownQuestions = questions(`
en pairing-code-expires Onboarding fails because the one-time code shown on the device is only valid for a minute; slower and older users cannot enter it in time.
nb five-gigahertz Mange får ikke tilkoblet boksen hjemme, fordi den bare støtter det gamle trådløse båndet på 2,4 GHz. Meldingen om galt passord sender dem på villspor.
sv new-router-start-over När en kund byter internetleverantör eller router måste hela installationen göras om från noll, och inställda scheman går förlorade.
nb offline-but-working Enheter vises som frakoblet i appen selv om de varmer normalt, noe som fører til unødvendige bytter.
en share-the-home Granting access to other household members is buried in the menus, and there are no different levels of permission.
sv schedule-lost Veckoscheman som kunden sparar återgår till tidigare inställningar nästa dag.
nb alerts-late Varsler om frost og strømbrudd når fram flere timer etter hendelsen, slik at skaden allerede har skjedd.
sv sign-in-code-missing Kunder låses ute eftersom engångskoden via sms inte levereras vid inloggning.
nb holiday-mode-ends-late Etter ferien er huset fortsatt kaldt: feriemodus kan bare avsluttes på en dato, ikke et klokkeslett.
en open-window-false The algorithm that pauses heating when a room is aired reacts to doors and draughts and leaves rooms cold.
sv heat-pump-quarrel Värmepumpen och vår styrning motarbetar varandra; den ena kyler medan den andra värmer.
en two-temperatures Users distrust the readings, as the value on the thermostat differs from the one in the app: one measures the floor and the other the air.
nb summer-bathroom-floor Kundene vil ha gulvvarmen på badet på om sommeren, men sommermodus slår av hele boligen.
sv hand-over-the-hub Vid bostadsförsäljning går det inte att överlåta hubben till köparen; den sitter fast i säljarens konto.
en many-homes Landlords and people with several properties hit the limit on the number of homes and cannot keep track of which one they are controlling.
sv night-tariff-clock-change Efter övergången till vintertid startar laddning och varmvatten en timme fel, så att kunden betalar dagtaxa.
nb capacity-charge Kundene skjønner ikke hvorfor de havner på et høyere trinn i nettleien, og appen hjelper dem ikke å kutte effekttoppene.
en tomorrow-prices-missing Day-ahead spot prices are not displayed in the afternoon although the exchange has published them, so customers cannot plan their consumption.
sv savings-not-believed Siffran för hur mycket kunden har sparat stämmer inte med elräkningen och uppfattas som påhittad.
nb invoice-old-address Fakturaer sendes til tidligere bosted fordi adresseendringen i appen ikke når faktureringssystemet.
en charged-twice Customers switching from a monthly to an annual plan are debited two times for the same period.
sv cancelled-still-billed Prenumerationer fortsätter att debiteras efter att de sagts upp, och uppsägningen är svår att hitta.
nb business-receipt Bedriftskunder mangler kvitteringer med organisasjonsnummer og spesifisert moms til regnskapet.
en parcel-astray Deliveries end up at the wrong pick-up point and the tracking link does not help the recipient.
nb wrong-in-the-box Pakken inneholder feil deler eller mangler skruer, så monteringen må utsettes.
sv electrician-no-show Installatören dyker inte upp på avtalad tid, och ombokning är omöjlig via länken.
en fahrenheit-rounding For American users a set point jumps by a degree, since values are stored in Celsius and converted.
nb boiler-wiring Koblingsskjemaet for fyrkjelen stemmer ikke med klemmene, så folk tør ikke koble til releet selv.
sv help-page-outdated Hjälpartiklarna visar bilder och menyer från en tidigare version av appen och går inte att följa.
sv car-charger-stops Laddningen av bilen avbryts under natten utan förklaring, och ägaren har för lite räckvidd på morgonen.
en update-killed-heating Automatic firmware upgrades at night leave homes without heating; customers want to decide when they are installed.
sv leak-sensor-cries-wolf Vattensensorer larmar vid kondens och lågt batteri, så folk slutar lita på dem.
en solar-surplus-gone Prosumers with rooftop panels cannot see what they export or when they are paid for it.
nb phone-battery-drain Appen kjører i bakgrunnen og tømmer mobilens batteri og datakvote.
en phone-queue Waiting times on the phone line exceed forty minutes, and promised call-backs do not take place.
nb warranty-refused Reklamasjoner blir avslått fordi kunden ikke kan legge fram kjøpsbevis, i strid med forbrukerloven.
en english-error-messages Error texts are shown in a foreign language or as cryptic codes that users cannot interpret.
sv discount-code-refused Kampanjkoder godtas inte vid utcheckning, trots att erbjudandet fortfarande gäller.
en account-cannot-be-deleted Requests for erasure of personal data are slow and manual; there is no self-service to remove a profile.
nb voice-assistant-deaf Stemmestyring via Google og Alexa finner ikke rommene eller forstår bare engelsk.
en wall-display-unreadable Elderly and visually impaired users cannot read the screen of the thermostat because of poor contrast and small digits.
sv thermostat-batteries-die Batteribyten i termostaterna krävs var sjätte vecka i stället för vartannat år, och ingen varning kommer.
nb away-by-location Huset tror at ingen er hjemme fordi telefonens posisjon er upresis, og senker temperaturen mens folk sitter der.
en plug-counts-wrong Measurements of consumption from the smart plug deviate strongly from the electricity meter.
nb refund-takes-weeks Det tar over en måned før kunder som har sendt varen i retur, får tilbakebetalt beløpet.
sv sold-by-phone Uppringda kunder binds till tvååriga avtal på villkor som säljaren aldrig nämnde.
en chatbot-without-exit The virtual agent traps users in loops and does not transfer them to a person.
nb child-lock-stuck Brukere som overtar en bolig, får ikke låst opp barnesikringen fordi ingen kjenner koden.
sv app-slow-to-open Det tar nästan en minut för appen att starta, och ofta kraschar den i grafen.
en cancelled-still-billed Terminating a subscription does not stop the payments, and no confirmation of the termination is sent.
`)
