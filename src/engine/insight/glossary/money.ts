/** Buying, paying, contracts, delivery, rights: English | Norwegian | Swedish, a notion per line. */
export const MONEY = `
invoice bill billing | faktura regning fakturering | faktura räkning fakturering
receipt proof voucher | kvittering bilag kjøpsbevis | kvitto verifikat köpbevis
pay payment | betale betaling | betala betalning
charge debit | trekke belaste trukket debitere | debitera dra dragning
refund reimbursement repayment | refusjon tilbakebetaling tilbakebetale | återbetalning återbetala
money amount sum | penger beløp sum | pengar belopp summa
price cost fee rate tariff | pris kostnad gebyr avgift takst | pris kostnad avgift taxa
expensive dear | dyr | dyr
cheap | billig | billig
discount offer campaign promotion | rabatt tilbud kampanje | rabatt erbjudande kampanj
coupon voucher code | kupong gavekort kode | kupong presentkort kod
advert advertisement | annonse reklame | annons reklam
checkout basket cart | kasse handlekurv | kassa varukorg utcheckning
shop store | butikk nettbutikk forhandler | butik affär återförsäljare
buy purchase order | kjøpe kjøp bestille bestilling | köpa köp beställa beställning
sell sale sold seller salesman | selge salg solgt selger | sälja försäljning såld säljare
buyer purchaser | kjøper | köpare
customer client consumer | kunde forbruker | kund konsument
subscription membership plan | abonnement medlemskap | prenumeration abonnemang medlemskap
cancel terminate termination end | oppsigelse avbestille avslutte oppsagt | uppsägning avbeställa avsluta uppsagd
contract agreement terms conditions | avtale kontrakt vilkår betingelser | avtal kontrakt villkor
withdraw regret | angre angrerett | ångra ångerrätt
warranty guarantee | garanti | garanti
complaint claim | klage reklamasjon reklamere | klagomål reklamation reklamera
law legal right statutory | lov rett rettighet juridisk | lag rätt rättighet juridisk
tax vat | skatt mva moms avgift | skatt moms
accounting accountant bookkeeping | regnskap regnskapsfører | bokföring redovisning revisor
company business firm corporate | firma bedrift selskap | företag firma bolag
salary wage | lønn | lön
bank card account | bank kort konto | bank kort konto
month monthly | måned månedlig | månad månadsvis
year annual yearly | år årlig | år årlig
reminder | purring påminnelse | påminnelse
debt collection | inkasso gjeld | inkasso skuld
twice double two | dobbelt | dubbelt två dubbel
free gratis | gratis | gratis
saving save saved | besparelse spare spart | besparing spara sparat
insurance | forsikring | försäkring
bonus reward | bonus premie | bonus belöning
gift present | gave | gåva present
delivery deliver shipment shipping | levering levere frakt forsendelse | leverans leverera frakt
parcel package | pakke sending | paket försändelse
return | retur returnere | retur returnera
tracking track trace | sporing spore | spårning spåra
pickup collection agent | henting utleveringssted hentested | upphämtning ombud utlämningsställe
carrier courier post mail | transportør bud post | transportör bud post
receiver recipient addressee | mottaker | mottagare
warehouse stock | lager | lager
postage | porto | porto
delay delayed late | forsinket forsinkelse sen seint | försenad försening sen
address | adresse | adress
move moving relocate | flytte flytting | flytta flytt
box carton packaging | eske kartong emballasje | kartong låda förpackning
missing lacking incomplete lack absent | mangle mangler borte ufullstendig savne | saknas sakna ofullständig fattas borta
spare part component | del reservedel komponent | del reservdel komponent
screw bolt | skrue | skruv
tool | verktøy | verktyg
`
