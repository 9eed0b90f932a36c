/** Help, people, words, accounts, privacy: English | Norwegian | Swedish, a notion per line. */
export const SERVICE = `
support service helpdesk | kundeservice brukerstøtte | kundtjänst support
phone telephone call ring | telefon ringe oppringning | telefon ringa samtal
queue wait waiting hold line | kø vente ventetid | kö vänta väntetid väntan
callback | tilbakeringing ringe | uppringd återuppringning
chat message messaging | chat melding | chatt meddelande
robot bot automatic virtual automated | robot bot automatisk | robot bot automatisk virtuell
human person people | menneske person folk | människa person folk
employee agent staff colleague | ansatt medarbeider kollega | anställd medarbetare kollega
answer reply response respond | svar svare | svar svara
ask question | spørre spørsmål | fråga
help assist guidance | hjelp hjelpe bistand | hjälp hjälpa
guide manual instruction article tutorial | veiledning bruksanvisning hefte artikkel håndbok | guide handbok manual anvisning artikel
outdated old obsolete previous former earlier | utdatert gammel gamle foreldet forrige tidligere | föråldrad gammal gamla förra tidigare
new newest latest | ny nye siste nyeste | ny nya nytt senaste
picture image photo screenshot | bilde foto skjermbilde | bild foto skärmbild
menu | meny | meny
button key keypad | knapp tast | knapp
error fault failure mistake | feil svikt | fel felaktig
message text | melding beskjed tekst | meddelande besked text
language foreign english | språk fremmed engelsk | språk främmande engelska
translate translation | oversette oversettelse oversatt | översätta översättning översatt
understand comprehend unclear interpret | forstå skjønne uklar tolke | förstå begripa obegriplig oklar tolka
explain explanation | forklare forklaring | förklara förklaring
information notice notify inform | informasjon beskjed varsle | information meddela besked
promise promised | løfte love lovet | löfte lova lovat
appointment visit booking | avtale besøk time timebestilling | besök tid bokning
technician installer engineer | tekniker installatør montør | tekniker installatör montör
electrician | elektriker | elektriker
install mount installation | montere montering installere installasjon | montera montering installera installation
repair fix | reparere reparasjon | reparera reparation laga
replace exchange swap | bytte erstatte utskifting | byta ersätta byte
account profile user | konto profil bruker | konto profil användare
login signin | innlogging logge pålogging | inloggning logga
password | passord | lösenord
code pin | kode pinkode | kod pinkod
locked lock blocked | låst låse sperret utestengt | låst låsa spärrad utelåst
unlock | låse | låsa
access permission authorisation | tilgang tillatelse rettighet | tillgång behörighet åtkomst
share sharing invite invitation | dele deling invitere invitasjon | dela delning bjuda inbjudan
family household spouse partner husband wife | familie husstand ektefelle samboer mann kone | familj hushåll make maka sambo man fru
child children kids | barn unge | barn unge
parent mother father | forelder mor far | förälder mamma pappa mor far
elderly older senior old | eldre pensjonist gammel | äldre pensionär gammal
blind impaired sight eyesight | blind svaksynt syn | blind synskadad syn
accessibility | tilgjengelighet universell | tillgänglighet
delete remove erase erasure | slette fjerne sletting | radera borttagen raderas
privacy personal data | personvern personopplysninger | integritet personuppgifter
consent | samtykke | samtycke
newsletter marketing mailing | nyhetsbrev markedsføring | nyhetsbrev marknadsföring utskick
unsubscribe | avmelde melde av | avregistrera
form | skjema | formulär blankett
owner ownership possession | eier eierskap innehaver | ägare ägande innehavare
transfer handover takeover | overføre overdragelse overta | överlåta överföra överlåtelse överta
tenant rent landlord lease | leietaker leie utleier | hyresgäst hyra hyresvärd
home house dwelling property residence | hjem hus bolig eiendom | hem hus bostad fastighet
flat apartment | leilighet | lägenhet
cabin cottage | hytte fritidsbolig | stuga fritidshus sommarstuga
neighbour neighbor | nabo | granne
trust confidence believe | tillit stole tro | lita förtroende tro tillit
wrong incorrect false | feil gal uriktig falsk | fel felaktig falsk
refuse reject deny decline | avvise avslå nekte avslag | neka avslå avvisa avslag
accept approve | godta godkjenne | godta godkänna
hidden find hard | skjult finne gjemt vanskelig | dold gömd hitta svår
choice choose option select | valg velge mulighet | val välja möjlighet
limit maximum restriction | grense begrensning maks begrenset | gräns begränsning max begränsad
many several multiple number | mange flere antall | många flera antal
confirm confirmation | bekrefte bekreftelse | bekräfta bekräftelse
recommend advice tip | anbefale råd tips | rekommendera råd tips
danger dangerous safe unsafe afraid fear | fare farlig trygg redd tør | fara farlig säker rädd
`
