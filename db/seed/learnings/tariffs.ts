import { allYear, clockChange, growing, type Theme, winter } from './theme.ts'

/** Prices of power: what the app knows of them, and what people believe. */
export const tariffThemes: readonly Theme[] = [
  {
    key: 'night-tariff-clock-change',
    type: 'bug',
    rhythm: clockChange,
    tellings: [
      {
        tried: 'Charge the car on the night tariff as always.',
        obstacle: 'Since the clocks changed it starts at 21:00, one hour before the cheap period.',
        words: 'Your hub lives in another time than I do.',
        did: 'Restarted the hub from our side and asked him to look tonight.',
        minutes: 14
      },
      {
        tried: 'Find out why last week cost more than the one before.',
        obstacle:
          'Water heater runs an hour off since the clock change. The schedule looks right on screen, the log does not.',
        minutes: 25
      },
      {
        tried: 'Correct the time on the hub.',
        obstacle: 'There is nowhere to see the hub’s own clock, let alone to set it.',
        words: 'Every oven I own has a clock except the one that needs it.',
        minutes: 9
      },
      {
        lang: 'nb',
        tried: 'Få varmtvannsberederen til å gå på nattpris.',
        obstacle:
          'Etter at vi stilte klokka starter den en time feil. Det samme skjedde i fjor, sier kunden, og da hjalp det å ta ut støpselet.',
        did: 'Ba ham ta ut støpselet. Det hjalp i år også.',
        minutes: 13
      },
      {
        tried: 'Get back the money for four nights at day price.',
        obstacle:
          'No rule that I could find for who pays when our schedule is off by an hour. I would have said us.',
        type: 'policy_or_process',
        minutes: 18
      },
      {
        tried: 'Use the two-rate meter with our plan.',
        obstacle:
          'His meter stays on winter time all year, as many older ones do. We follow the summer clock. The setting for it is called "RTC mode".',
        did: 'Found the setting with help from the host. I would never have guessed the name.',
        minutes: 28
      },
      {
        lang: 'sv',
        tried: 'Ladda bilen när det är billigast.',
        obstacle:
          'En timme fel sedan söndagens tidsomställning. Appen visar rätt tid, men laddaren startar för tidigt.',
        words: 'Jag ändrade klockan överallt, till och med i bilen.',
        minutes: 16
      },
      {
        tried: 'Trust that the second clock change would go better than the first.',
        obstacle:
          'It did not. Same hour off, other direction. She had kept our mail from last time saying that it was solved.',
        words: 'I have it in writing.',
        minutes: 20
      },
      {
        tried: 'Run the dishwasher on the smart plug in the cheap hours.',
        obstacle:
          'Plugs are right, relays are wrong. Took a while to see that it depends on the type of device.',
        did: 'Listed which of his devices were off: both relays. Neither of the plugs.',
        minutes: 22
      }
    ]
  },
  {
    key: 'capacity-charge',
    type: 'how_to',
    rhythm: winter,
    tellings: [
      {
        tried: 'Understand why she ended one step higher on the grid charge.',
        obstacle: 'The app shows three peaks but not what was running in those hours.',
        words: 'I made waffles. Is that it? The waffles?',
        did: 'Car, oven and water heater in the same hour, seen in the log. Not the waffles alone.',
        minutes: 17
      },
      {
        tried: 'Set a limit of 5 kW for the house.',
        obstacle: 'There is a limit for the charger, one for the heater, none for the sum of them.',
        type: 'missing',
        minutes: 11
      },
      {
        tried: 'Stay below the next step for the rest of the month.',
        obstacle: 'Warning that a peak was coming arrived after the hour had passed.',
        minutes: 9
      },
      {
        lang: 'nb',
        tried: 'Holde seg under 5 kW for å unngå neste effekttrinn.',
        obstacle: 'Appen regner snitt per dag, nettselskapet regner per time. Tallene blir aldri like.',
        words: 'Hvem av dere skal jeg tro på?',
        minutes: 19
      },
      {
        tried: 'Make sense of the word capacity step.',
        obstacle: 'We use one word in the app, another on the invoice, and the grid company has a third.',
        minutes: 8
      },
      {
        tried: 'Move in on the 14th without inheriting the peaks of the people before.',
        obstacle: 'Their top three hours are still in the picture, and our app shows them as his.',
        minutes: 14
      },
      {
        lang: 'sv',
        tried: 'Förstå den nya effektavgiften.',
        obstacle: 'Hjälpsidan förklarar bara den norska modellen. Hans elnätsbolag räknar på annat sätt.',
        did: 'Skickade länk till elnätsbolagets egen sida och skrev upp vad som saknas hos oss.',
        minutes: 15
      },
      {
        tried: 'See a whole winter of peaks side by side.',
        obstacle: 'One month at a time, and you lose your place when swiping.',
        minutes: 6
      },
      {
        tried: 'Cut the peak at five in the afternoon.',
        obstacle:
          'Price steering moves everything to the cheap hour, and so makes a new and higher peak in it.',
        words: 'It saves me ten kroner of power and costs me 150 in grid.',
        minutes: 21,
        type: 'bug'
      },
      {
        tried: 'Ask for the advice that our advert promises: "stay a step lower".',
        obstacle: 'That is in Fjordlys Pluss only, which the advert does not say.',
        minutes: 7,
        type: 'policy_or_process'
      }
    ]
  },
  {
    key: 'tomorrow-prices-missing',
    type: 'bug',
    rhythm: growing,
    tellings: [
      {
        tried: 'Plan tomorrow’s washing by the spot price.',
        obstacle: 'Prices are public by one o’clock. At four the app still said "not yet published".',
        words: 'My newspaper has them. Why does my newspaper have them?',
        minutes: 6
      },
      {
        tried: 'See tomorrow’s prices before going to bed.',
        obstacle: 'Empty graph with a spinning wheel until he deleted and installed the app again.',
        minutes: 15
      },
      {
        tried: 'Let the hub choose the cheapest hours for the night.',
        obstacle:
          'Without tomorrow’s prices it falls back to 02:00-05:00. Those were the dearest hours that night because of the wind.',
        did: 'Compared with the public list, difference was about 60 kroner for him. Noted in the ticket.',
        minutes: 23
      },
      {
        lang: 'nb',
        tried: 'Se prisene for i morgen.',
        obstacle: 'De kommer og går. Inne klokka 14, borte klokka 15, tilbake på kvelden.',
        words: 'Det er som værmeldinga i Lofoten.',
        minutes: 7
      },
      {
        tried: 'Get prices for the right area after moving north.',
        obstacle:
          'App keeps the price area of the old address even though the address is changed. Tomorrow shows NO1, today shows NO4.',
        did: 'Changed the area from the inside tool.',
        minutes: 18
      },
      {
        tried: 'Use the price widget.',
        obstacle: 'It has shown the same day since Thursday.',
        minutes: 5
      },
      {
        lang: 'sv',
        tried: 'Kolla morgondagens elpris i appen.',
        obstacle:
          'Kvartspriserna visas som timmar, och resten av dygnet är tomt. Grafen slutar vid sex på morgonen.',
        minutes: 10
      },
      {
        tried: 'Find the cheap hours while on holiday in another time zone.',
        obstacle: 'The graph shifts with the phone, so that every hour is off and the last ones are missing.',
        words: 'I nearly heated the cabin at the worst hour of the day.',
        minutes: 12
      },
      {
        tried: 'Understand minus prices.',
        obstacle:
          'The graph is cut at zero. Below it nothing is drawn, and he thought the data was missing. It was the cheapest day of the year.',
        minutes: 9
      },
      {
        tried: 'Compare our price with the one from his supplier.',
        obstacle: 'Ours is without VAT in the graph and with VAT in the list underneath.',
        minutes: 13
      }
    ]
  },
  {
    key: 'savings-not-believed',
    type: 'hard_to_use',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Find the 2,140 kroner the app says he saved.',
        obstacle:
          'The bill is higher than last year. Nobody told him that the saving is against "what you would have used".',
        words: 'Saved where? In whose pocket?',
        minutes: 16
      },
      {
        tried: 'Show her husband that the kit has paid for itself.',
        obstacle: 'Tapping on the number opens an advert for Pluss and no calculation.',
        words: 'He is now convinced it is made up.',
        minutes: 10
      },
      {
        tried: 'Check the saving for last month.',
        obstacle: 'It changed from 310 to 95 between Monday and Wednesday. No explanation.',
        did: 'Asked around: the model was recalculated. Customers were not told.',
        minutes: 20
      },
      {
        lang: 'nb',
        tried: 'Forstå hvor mye de faktisk har spart.',
        obstacle: 'Appen sier 18 prosent, strømregningen sier 3. Han har begge deler i et regneark.',
        words: 'Jeg er glad i produktet, men tallet er tull.',
        minutes: 24
      },
      {
        tried: 'Use the savings report in the accounts of the housing co-op.',
        obstacle: 'No dates on the report, only "this winter".',
        minutes: 9
      },
      {
        tried: 'Understand how a new house can have a saving against last year.',
        obstacle: 'There was no last year. It compares with "similar homes", in grey, size eight.',
        minutes: 7
      },
      {
        lang: 'sv',
        tried: 'Jämföra besparingen i appen med fakturan.',
        obstacle: 'Appen räknar med spotpris fast han har fast avtal. Då blir siffran påhittad.',
        minutes: 14
      },
      {
        tried: 'Get a number she can put on a slide for the neighbours.',
        obstacle: 'Three screens, three sums. The largest is the one in the mail we send.',
        words: 'I would rather have one small true number.',
        minutes: 12
      },
      {
        tried: 'Find out why he "lost" money in April.',
        obstacle:
          'A red minus of 12 kroner, on a month where the heating had been off. Nothing wrong, just frightening.',
        minutes: 6
      }
    ]
  }
]
