import { allYear, fading, type Theme, winter } from './theme.ts'

/** From the shop to the wall: parcels, parts, electricians. */
export const orderThemes: readonly Theme[] = [
  {
    key: 'parcel-astray',
    type: 'policy_or_process',
    rhythm: winter,
    tellings: [
      {
        tried: 'Follow the parcel with the link in our mail.',
        obstacle: 'Link leads to a page in another language that says the number is unknown.',
        words: 'Is it the link that is lost or the parcel?',
        did: 'Asked the carrier. It had been at the pick-up point for six days.',
        minutes: 15
      },
      {
        tried: 'Fetch the kit at the shop around the corner.',
        obstacle:
          'Sent to a shop with the same name in the next town. You cannot choose the pick-up point, only the postcode.',
        minutes: 13
      },
      {
        tried: 'Change the delivery date, as the electrician had moved.',
        obstacle: 'The carrier says only the sender can, we say only the receiver can.',
        words: 'So who is it, the parcel?',
        minutes: 19
      },
      {
        lang: 'nb',
        tried: 'Hente pakka før den gikk i retur.',
        obstacle:
          'Hentemeldingen kom til gammelt telefonnummer. Pakka var på vei tilbake til lageret da hun ringte.',
        did: 'Sendte ny med en gang, uten å vente på returen.',
        minutes: 12
      },
      {
        tried: 'Find out where the second half of the order is.',
        obstacle:
          'We split it without saying so. He thought the thermostats had been forgotten and bought others.',
        minutes: 16
      },
      {
        tried: 'Receive the box at work in the daytime.',
        obstacle:
          'Chose work address, label has home address. The choice is lost if you go back one step to add a plug.',
        type: 'bug',
        minutes: 11
      },
      {
        tried: 'Get the parcel that was "delivered to the recipient".',
        obstacle: 'Not to this recipient. The signature is a line.',
        minutes: 24
      },
      {
        lang: 'sv',
        tried: 'Spåra sin beställning.',
        obstacle:
          'Länken visar "information mottagen" i nio dagar. Ingen hos oss får veta när ett paket står still.',
        words: 'Jag får veta mer om min pizza.',
        minutes: 10
      },
      {
        tried: 'Have it before the cold week, as promised on the page.',
        obstacle: 'Page says 2-4 days, cart says 5-7, mail says "soon".',
        minutes: 8
      }
    ]
  },
  {
    key: 'wrong-in-the-box',
    type: 'policy_or_process',
    rhythm: fading,
    tellings: [
      {
        tried: 'Mount the thermostat on the same evening.',
        obstacle:
          'Wall plate was there, the two short screws were not. Third case this season according to the host.',
        words: 'A 1,500 kroner thing stopped by a screw.',
        did: 'Ordered a bag of screws to his door, and told him the size so he could try the hardware store.',
        minutes: 9
      },
      {
        tried: 'Install the "family kit".',
        obstacle:
          'Box says five thermostats. There are four, and a nice cardboard shape where the fifth should be.',
        minutes: 13
      },
      {
        tried: 'Fit it into a white frame from the house’s own series.',
        obstacle:
          'Page says it fits "all common frames". Hers is among the three most common and needs an adapter, sold apart.',
        minutes: 14
      },
      {
        lang: 'nb',
        tried: 'Montere ny termostat der den gamle satt.',
        obstacle: 'Fikk feil gulvføler i esken. Den ser lik ut, men viser minus 40.',
        words: 'Så kaldt er det ikke engang i Karasjok.',
        did: 'Fant ut at motstanden var 12 i stedet for 10 kilo-ohm. Sendte riktig føler.',
        minutes: 23
      },
      {
        tried: 'Return one of two hubs, ordered twice by mistake.',
        obstacle: 'The return page wants the whole order back. She sent both and now has none.',
        minutes: 17
      },
      {
        tried: 'Read the safety leaflet.',
        obstacle: 'Leaflet in the box is in Polish and Finnish. He can neither.',
        words: 'It looks very safe.',
        did: 'Sent him the PDF.',
        minutes: 6
      },
      {
        tried: 'Use the smart plug that came with the starter kit.',
        obstacle: 'UK customer, Schuko plug.',
        minutes: 10
      },
      {
        lang: 'sv',
        tried: 'Byta ut en trasig givare på garanti.',
        obstacle:
          'Han fick en ny hubb i stället. Felkoderna för hubb och givare börjar båda på H2 i vårt formulär.',
        minutes: 18
      }
    ]
  },
  {
    key: 'electrician-no-show',
    type: 'policy_or_process',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Be home for the electrician between 8 and 12.',
        obstacle: 'Nobody came, nobody called. In our calendar the job is marked as done.',
        words: 'Done? There is a hole in my wall.',
        did: 'Called the partner myself. New time tomorrow, written down by name.',
        minutes: 28
      },
      {
        tried: 'Book an installer through the app.',
        obstacle:
          'Earliest time in seven weeks. His neighbour got the same firm in three days by calling them.',
        minutes: 9
      },
      {
        tried: 'Find out what the fixed price covers.',
        obstacle:
          'Paid for "installation of three thermostats", then came a bill for driving and one for old wires.',
        minutes: 21
      },
      {
        lang: 'nb',
        tried: 'Avtale ny tid med elektriker.',
        obstacle:
          'Lenken for å flytte timen er gått ut før timen er det. Han må bestille helt på nytt og bakerst i køen.',
        minutes: 12
      },
      {
        tried: 'Show the electrician how it should be connected.',
        obstacle:
          'He had never seen our thermostat and had no drawing with him. She found one in a video by another customer.',
        words: 'I held the phone while he cut the power.',
        did: 'Sent the drawing to both of them. Wonder why partners do not have it.',
        minutes: 20
      },
      {
        tried: 'Complain about the finish.',
        obstacle: 'Partner says that it is for Fjordlys, our form sends you on to the partner.',
        minutes: 25
      },
      {
        tried: 'Cancel the installer, since her brother-in-law is one.',
        obstacle: 'The kit is cancelled along with it.',
        minutes: 11,
        type: 'bug'
      },
      {
        lang: 'sv',
        tried: 'Boka elektriker i Västerås.',
        obstacle:
          'Sidan säger att vi täcker hela landet. Närmaste partner är i Stockholm och tackade nej efter två veckor.',
        minutes: 15
      },
      {
        tried: 'Get the signed paper about the electrical work that the insurance asks for.',
        obstacle: 'It should be in the app under "Documents". The page is empty for everybody I looked at.',
        did: 'Asked the partner for the paper and forwarded it.',
        minutes: 22
      }
    ]
  }
]
