/** Apps, devices, networks, energy: English | Norwegian | Swedish, a notion per line. */
export const DEVICES = `
app application | app applikasjon | app applikation
mobile cell smartphone phone | mobil smarttelefon telefon | mobil smartphone telefon
tablet | nettbrett | surfplatta
computer | datamaskin pc | dator
screen display | skjerm display | skärm display
slow sluggish | treg langsom sakte | långsam trög
crash freeze hang | krasje henge kræsje fryse | krascha hänga frysa
start open launch boot | starte åpne oppstart | starta öppna uppstart
restart reboot | omstart restarte | omstart starta
update upgrade version release | oppdatering oppgradering versjon utgave | uppdatering uppgradering version
software firmware | programvare fastvare | programvara mjukvara
download upload | nedlasting | nedladdning
install uninstall | installere avinstallere | installera avinstallera
setting configuration setup onboarding | innstilling oppsett | inställning konfiguration
reset factory | nullstille tilbakestille fabrikk | återställa nollställa fabrik
scratch beginning | nytt forfra | början
save store keep | lagre beholde | spara behålla lagra
lost disappear vanish gone discard discarded | tapt forsvinne borte mistet | förlorad försvinna borta
copy duplicate | kopiere | kopiera
history log | historikk logg | historik logg
graph chart curve | graf kurve diagram | graf kurva diagram
report figure number | rapport tall | rapport siffra tal
show display see visible view | vise se synlig | visa se synlig
read legible readable | lese lesbar avlese | läsa läslig avläsa
letter digit text small size | bokstav tall liten skrift | bokstav siffra liten små
contrast pale dark bright light | kontrast mørk lys svak | kontrast mörk ljus svag
network internet online broadband | nett nettverk internett bredbånd | nät nätverk internet bredband
wifi wireless | trådløst wifi trådløs | trådlös wifi trådlöst
router | ruter router | router
provider supplier operator | leverandør operatør | leverantör operatör
connect connection join contact | koble tilkobling tilkoblet forbindelse kontakt | ansluta anslutning koppla uppkoppling kontakt
disconnect offline unreachable | frakoblet frakobling utilgjengelig | frånkopplad onåbar offline
pair pairing couple | pare paring koble | para parkoppling ihop
coverage signal range band | dekning signal rekkevidde | täckning signal räckvidd
cable wire cord | kabel ledning | kabel ledning sladd
wiring terminal circuit | kobling klemme krets koblingsskjema | koppling plint krets kopplingsschema
socket plug outlet | stikkontakt støpsel kontakt plugg | eluttag stickkontakt kontakt plugg
device unit appliance gadget | enhet apparat | enhet apparat
hub gateway box | hub boks | hubb box
sensor detector gauge probe | sensor føler detektor brikke | sensor givare detektor
thermostat | termostat | termostat
radiator heater oven | ovn radiator varmeovn | element radiator
heat heating warm warmth | varme oppvarming varm | värme uppvärmning varm
cold cool cooling chilled | kald kjøle kulde kjøling | kall kyla kyler utkyld
temperature degree | temperatur grad | temperatur grad
frost freeze frozen | frost fryse frosset | frost frysa frusit
floor underfloor | gulv gulvvarme | golv golvvärme
bathroom bath | bad baderom | badrum bad
bedroom room | rom soverom | rum sovrum
kitchen | kjøkken | kök
window | vindu | fönster
door | dør | dörr
draught air airing ventilation | trekk luft lufting ventilasjon | drag luft vädring ventilation
wall | vegg | vägg
roof | tak | tak
water | vann | vatten
leak flood leakage | lekkasje lekke | läcka läckage
condensation moisture humidity steam damp | kondens fukt damp | kondens fukt ånga
boiler furnace | kjel fyrkjel | panna värmepanna
pump | pumpe | pump
power electricity electric current energy | strøm kraft elektrisk energi | el ström kraft elektrisk energi
blackout outage | strømbrudd utfall | strömavbrott avbrott elavbrott
meter measure measurement reading | måler måle måling avlesning | mätare mäta mätning avläsning
consumption usage use | forbruk bruke bruk | förbrukning använda användning
peak top step | topp trinn effekt | topp steg effekt
grid capacity | nett nettleie effektledd kapasitet | elnät nätavgift effektavgift kapacitet
spot market exchange | spot marked børs | spot marknad börs
solar sun panel rooftop | sol solcelle solceller panel | sol solcell solceller panel
export surplus feed | eksport overskudd selge mate | export överskott mata sälja
production produce generate | produksjon produsere | produktion producera
battery cell | batteri | batteri
charge charger charging | lade lader lading | ladda laddare laddning laddbox
car vehicle | bil elbil kjøretøy | bil elbil fordon
drain empty | tappe tømme tom | dra tömma tom slut
background idle | bakgrunn | bakgrund
data quota gigabyte allowance | data kvote datamengde | data kvot datamängd surf
alarm warning alert notification | alarm varsel varsling | larm varning avisering
noise sound beep siren | lyd bråk pipe støy | ljud buller pipa
voice speech spoken speaker speak | stemme tale høyttaler snakke | röst tal högtalare prata
command control steer | kommando styre styring kontroll | kommando styra styrning kontroll
remote | fjernkontroll fjern | fjärrkontroll fjärr
schedule plan programme weekly week | plan ukeplan tidsplan uke | schema veckoschema plan vecka
lock | barnesikring lås tastelås | barnlås lås
position location gps place geofence | posisjon sted plassering | position plats
feed-in | plusskunde | mikroproducent
convert conversion round rounding | omregne omregning avrunde avrunding | omräkna omräkning avrunda avrundning
calculate calculation compute | beregne regne beregning | beräkna räkna beräkning
compare comparison differ deviate difference | sammenligne forskjell avvike ulik | jämföra skillnad avvika skilja
`
