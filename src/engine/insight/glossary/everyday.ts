/** Time, states and everyday verbs: English | Norwegian | Swedish, a notion per line. */
export const EVERYDAY = `
night overnight nightly | natt | natt
morning | morgen | morgon
afternoon | ettermiddag | eftermiddag
evening | kveld | kväll
day daily | dag daglig døgn | dag daglig dygn
tomorrow ahead next | morgen neste | morgondag imorgon nästa
yesterday | går | går igår
week weekly | uke ukentlig | vecka veckovis
weekend | helg | helg
hour hourly | time | timme
minute | minutt | minut
second | sekund | sekund
clock time | klokke tid klokkeslett | klocka tid klockslag
daylight summertime wintertime | sommertid vintertid | sommartid vintertid
summer | sommer | sommar
winter | vinter | vinter
spring | vår | vår
autumn fall | høst | höst
holiday vacation trip travel | ferie reise tur | semester resa
arrive arrival | ankomst hjemkomst | ankomst hemkomst
away absent out leave | borte ute | borta ute
end finish stop cease | avslutte slutte stoppe opphøre | avsluta sluta stoppa upphöra
interrupt interrupted pause | avbryte avbrudd brytes pause | avbryta avbrott paus
resume continue | fortsette gjenoppta | fortsätta återuppta
begin start | begynne starte | börja starta
early | tidlig | tidig
expire expired expiry valid invalid | utløpe utgått ugyldig gyldig gjelde | utgången ogiltig giltig gälla
short brief quick fast | kort rask fort | kort snabb fort
long lengthy | lang lenge | lång länge
work works function operate normal | virke fungere fungerer | fungera fungerar
broken defective dead faulty | ødelagt defekt knust død | trasig defekt sönder död
problem issue trouble | problem vanske | problem besvär
change alter modify | endre endring forandre | ändra ändring förändra
turn switch set | skru slå stille | vrida slå ställa
off disabled shut | av | av avstängd
arrive reach come | komme nå møte dukke | komma nå dyka
send sent | sende sendt | skicka skickas sända
receive get | få motta | få motta
write type enter | skrive taste | skriva knappa
look search find | lete søke finne | leta söka hitta
believe think | tro mene | tro tycka
know unknown | vite kjenne ukjent | veta känna okänd
recognise detect identify | kjenne oppdage gjenkjenne finne | känna upptäcka hitta
forget forgotten | glemme glemt | glömma glömt
repeat again loop repeatedly | gjenta igjen ring | upprepa igen
automatic automatically itself | automatisk selv | automatisk själv
manual hand manually | manuell hånd | manuell hand
low lower reduce drop | lav senke redusere | låg sänka minska
high higher raise rise | høy heve øke | hög höja öka
empty blank | tom blank | tom blank
full complete whole | full hel | full hel
same identical | samme lik | samma lik
different other | annen ulik forskjellig | annan olik
conflict against opposite fight | motarbeide mot krangle | motarbeta mot bråka
example proof evidence | eksempel bevis | exempel bevis
made-up fictitious invented | påfunn oppdiktet | påhittad påhitt
last previous | siste forrige | senast förra
own self | egen selv | egen själv
part | del | del
reach range distance | rekkevidde avstand | räckvidd avstånd
name | navn | namn
street road | gate vei | gata väg
school kindergarten | skole barnehage | skola förskola
doctor health | lege helse | läkare hälsa
driver drive | sjåfør kjøre | förare köra
animal dog cat | dyr hund katt | djur hund katt
`
