import { allYear, growing, summer, type Theme } from './theme.ts'

/** Summers, moving house, and people with more homes than one. */
export const homeThemes: readonly Theme[] = [
  {
    key: 'summer-bathroom-floor',
    type: 'missing',
    rhythm: summer,
    tellings: [
      {
        tried: 'Turn everything off for the summer except the bathroom floor.',
        obstacle: 'Summer mode is for the whole home. All or nothing.',
        words: 'I like warm feet in July, I live in Bergen.',
        minutes: 7
      },
      {
        tried: 'Keep the floor just warm enough to dry.',
        obstacle: 'Lowest setting while summer mode is on is off. He has four teenagers and a wet bathroom.',
        minutes: 8
      },
      {
        lang: 'nb',
        tried: 'Ha varme på badegulvet, men ikke i resten av huset.',
        obstacle: 'Måtte slå av elleve rom ett for ett. Når høsten kommer må hun huske alle elleve.',
        words: 'Jeg har skrevet det på kjøleskapet.',
        minutes: 15
      },
      {
        tried: 'Let summer mode start by itself.',
        obstacle: 'It goes by date, 1 June. There was frost on the ground where she lives.',
        minutes: 6
      },
      {
        tried: 'Exclude the cellar, which gets mouldy when unheated.',
        obstacle:
          'No exception per room. He has a dehumidifier running on a plug of ours instead, which costs more.',
        minutes: 10
      },
      {
        lang: 'sv',
        tried: 'Sänka allt utom badrummet över sommaren.',
        obstacle: 'Sommarläget tar hela huset. Hon slog av det igen och betalar hellre.',
        minutes: 5
      },
      {
        tried: 'Save a bit while the flat is let to tourists.',
        obstacle:
          'The tourists want a warm bathroom floor, he wants the rest off. Ended up doing it by hand from Greece every Saturday.',
        words: 'I am on a beach adjusting a bathroom.',
        minutes: 12
      }
    ]
  },
  {
    key: 'hand-over-the-hub',
    type: 'policy_or_process',
    rhythm: growing,
    tellings: [
      {
        tried: 'Take over the hub in the flat they just bought.',
        obstacle: 'It belongs to the seller’s account. Seller has deleted the app and does not answer.',
        words: 'We own the walls, the floor and the thermostats, but not the heat.',
        did: 'Freed it after she sent a photo of the serial number and the deed. The host knew how, no one else does.',
        minutes: 32
      },
      {
        tried: 'Leave the house with the heating set up nicely for the buyers.',
        obstacle:
          'To hand it over he must reset everything, and they start from nothing in an unheated house.',
        words: 'I baked them a cake and gave them a cold house.',
        minutes: 15
      },
      {
        tried: 'Remove the old house from the app.',
        obstacle: 'Removing it turned the thermostats off at the new owner’s. They rang her at night.',
        minutes: 23
      },
      {
        lang: 'nb',
        tried: 'Overføre huben til kjøperen av leiligheten.',
        obstacle:
          'Det finnes ingen overføring i appen. Megleren ringte oss, selger ringte oss og kjøper ringte oss, samme formiddag.',
        did: 'Koblet alle tre på én e-post og ordnet det derfra.',
        minutes: 36
      },
      {
        tried: 'Take the hub along to the new place and leave the floor thermostats.',
        obstacle: 'She did, and the buyers have thermostats that look for a hub that has moved 200 km away.',
        minutes: 19
      },
      {
        tried: 'Be sure that the former owner cannot see when we are home.',
        obstacle:
          'Nothing in the app shows who else has access from before. I could see two extra members from the inside.',
        words: 'How would I ever have known?',
        did: 'Removed both with his consent. Marked the ticket as privacy.',
        minutes: 27
      },
      {
        tried: 'Take over after her father’s death.',
        obstacle:
          'We ask for the owner’s sign-in code. It goes to a phone that lies in a drawer, switched off.',
        did: 'Stopped asking for codes and did it by hand. Wrote to the lead that the text in the form must change.',
        minutes: 29
      },
      {
        lang: 'sv',
        tried: 'Ta över anläggningen efter de förra ägarna.',
        obstacle: 'Hubben är "redan registrerad". Mäklaren visste inget och säljarna bor i Portugal.',
        words: 'Vi har köpt ett hus med någon annans fjärrkontroll.',
        minutes: 30
      },
      {
        tried: 'Find out what the estate agent should write about the kit in the sales papers.',
        obstacle:
          'We have no page for agents. She had found a forum post that says to cut the power for a day, which does nothing.',
        minutes: 11
      },
      {
        tried: 'Sell a used hub online.',
        obstacle: 'Buyer could not register it, wanted his money back, and left a review about us.',
        minutes: 18
      }
    ]
  },
  {
    key: 'many-homes',
    type: 'missing',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Look after eleven rented flats in one account.',
        obstacle: 'The app stops at five homes. He has three accounts and a notebook with the passwords.',
        words: 'I am your best customer and I feel like a burglar.',
        minutes: 14
      },
      {
        tried: 'See the cabin and the house at the same time.',
        obstacle: 'Switching home takes ten seconds, and the one you come from forgets what you were doing.',
        minutes: 6
      },
      {
        tried: 'Turn down the heat in the right home.',
        obstacle: 'Turned it down in her mother’s. The name of the home is only shown on the first page.',
        words: 'My mother thought that the system was broken. The system was me.',
        minutes: 10
      },
      {
        lang: 'nb',
        tried: 'Gi leietakerne tilgang til sin egen leilighet, og bare den.',
        obstacle: 'Deler han én leilighet, ser leietakeren alle fem i lista, med navn på de andre.',
        minutes: 16,
        type: 'bug'
      },
      {
        tried: 'Get one invoice for seven apartments.',
        obstacle: 'Seven invoices, seven due dates. His bank charges per payment.',
        minutes: 9
      },
      {
        tried: 'Set the same frost limit in all stairwells of a co-op.',
        obstacle:
          'One by one, 14 stairwells, four taps each. He did not do the last three, and guess where the pipe burst.',
        minutes: 20
      },
      {
        tried: 'Have holiday mode on at home and off at the cabin.',
        obstacle: 'Works, but the sun symbol is shown for both, so they drive to the cabin not knowing.',
        minutes: 7
      },
      {
        lang: 'sv',
        tried: 'Lägga till en sjätte stuga i samma konto.',
        obstacle: 'Taket är fem. Det står inte förrän man har skruvat upp allt och försöker para ihop.',
        words: 'Fem? Varför just fem?',
        did: 'La in önskemålet. Hörde samma sak från en stugförening tidigare i år.',
        minutes: 13
      },
      {
        tried: 'Compare the use of two semi-detached houses he owns.',
        obstacle: 'Made screenshots of both and held the two phones side by side while on the line with me.',
        minutes: 11
      }
    ]
  }
]
