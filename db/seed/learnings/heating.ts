import { autumn, growing, type Theme, winter } from './theme.ts'

/** What the thermostats do with the heat. */
export const heatingThemes: readonly Theme[] = [
  {
    key: 'holiday-mode-ends-late',
    type: 'bug',
    rhythm: (month) => (month === 8 || month === 1 || month === 3 || month === 10 ? 1 : 0.15),
    tellings: [
      {
        tried: 'Come home from holiday to a warm house.',
        obstacle:
          'Set to end on Sunday. It ends at midnight after Sunday, so the family came home at noon to 12 degrees.',
        words: 'We ate dinner in our ski clothes.',
        minutes: 12
      },
      {
        tried: 'End holiday mode early from the airport.',
        obstacle:
          'The button "End now" is only there for the person who started it. That was his wife, asleep in the next seat with her phone switched off.',
        minutes: 9
      },
      {
        tried: 'Switch holiday mode off after the trip.',
        obstacle:
          'It says off, but three rooms stayed at the low setting until she touched each wheel by hand.',
        words: 'The house did not believe that we were back.',
        did: 'Had her press each thermostat once. Reported the room names and times.',
        minutes: 21
      },
      {
        lang: 'nb',
        tried: 'Stille feriemodus så det er varmt når de lander fra Syden.',
        obstacle: 'Man kan bare velge dato, ikke klokkeslett. De landet formiddag, varmen kom til kvelden.',
        words: 'Det er ikke akkurat Syden hjemme.',
        minutes: 8,
        type: 'missing'
      },
      {
        tried: 'Use holiday mode with a water heater.',
        obstacle:
          'Heater went off as promised and came on as promised, but nobody says that the tank then needs five hours.',
        minutes: 10
      },
      {
        tried: 'Set two holidays in a row.',
        obstacle:
          'The second overwrites the first without asking. House stood at 21 for a week with nobody in it.',
        words: 'I heated the place for the plants.',
        minutes: 13
      },
      {
        tried: 'Find out why the heating stayed off for a week after a trip to the grandparents.',
        obstacle:
          'He had been two time zones away when he set the return, and it was read as local time there. Took us a while to see it.',
        did: 'Worked it out from the log together with the host on shift.',
        minutes: 38
      },
      {
        lang: 'sv',
        tried: 'Avsluta semesterläget.',
        obstacle:
          'Knappen är grå tills hubben har kontakt. Strömmen hade varit borta, så hon fick vänta i ett kallt hus.',
        minutes: 26
      },
      {
        tried: 'Let the cleaner in halfway through the holiday with a bit of heat on.',
        obstacle: 'Any change by hand ends the whole holiday, and there is no warning that it does.',
        minutes: 7
      }
    ]
  },
  {
    key: 'open-window-false',
    type: 'bug',
    rhythm: winter,
    tellings: [
      {
        tried: 'Keep the hallway warm.',
        obstacle:
          'Every time somebody comes in with a pram the thermostat thinks that a window is open and shuts down for half an hour.',
        words: 'It is a door. It does what doors do.',
        minutes: 13
      },
      {
        tried: 'Turn open-window detection off.',
        obstacle: 'Switch is in the menu on the wall, on page four, named F07. Not in the app at all.',
        did: 'Walked her through the wheel and buttons, and counted pages together.',
        minutes: 16
      },
      {
        tried: 'Understand why the nursery is cold each morning at six.',
        obstacle:
          'Ventilation boosts at six, cool air passes the sensor, and the heating takes it for a window.',
        minutes: 24
      },
      {
        lang: 'nb',
        tried: 'Få varme i gangen når det er under ti minus.',
        obstacle:
          'Termostaten tror vinduet står åpent hver gang noen går ut med hunden. Den gir seg i 30 minutter, og vi har to hunder, sier kunden.',
        words: 'Da rekker den aldri å bli varm.',
        minutes: 11
      },
      {
        tried: 'Get rid of the blinking window sign.',
        obstacle: 'There is no window in that room. It is a cellar store.',
        words: 'I would like the window you have found, please.',
        minutes: 7
      },
      {
        tried: 'Make it less sensitive rather than turn it off.',
        obstacle:
          'On or off is all there is. She has asthma and airs a lot, so she wants it, just not for two minutes.',
        type: 'missing',
        minutes: 9
      },
      {
        tried: 'Heat the conservatory for a birthday party.',
        obstacle:
          'Guests go in and out, heating gives up, and "resume" has to be pressed on the wall by somebody with a free hand.',
        minutes: 14
      },
      {
        lang: 'sv',
        tried: 'Stänga av fönsterdetektorn i hallen.',
        obstacle: 'Går inte i appen. På väggen heter den F07 och det står bara i den engelska manualen.',
        did: 'Skickade en bild på sidan i manualen och översatte raderna.',
        minutes: 12
      }
    ]
  },
  {
    key: 'heat-pump-quarrel',
    type: 'hard_to_use',
    rhythm: growing,
    tellings: [
      {
        tried: 'Let the hub and the heat pump share the living room.',
        obstacle: 'Pump cools while the floor heats. Both believe that they are saving money.',
        words: 'They are having an argument and I pay for it.',
        minutes: 22
      },
      {
        tried: 'Connect an infrared remote to the pump.',
        obstacle:
          'His model is in the list but only with on and off, no temperature. The list does not say so before you buy.',
        minutes: 17
      },
      {
        tried: 'Set one temperature for the room and be done.',
        obstacle: 'Pump measures under the ceiling, hub by the sofa. Two and a half degrees between them.',
        did: 'Suggested to set the pump two degrees higher and let the hub decide. Works until spring, I guess.',
        minutes: 19
      },
      {
        lang: 'nb',
        tried: 'Styre varmepumpa fra samme app.',
        obstacle: 'Huben setter pumpa i auto hver natt, og auto betyr kjøling når sola kommer.',
        words: 'Kald luft i nakken klokka sju om morgenen.',
        minutes: 15
      },
      {
        tried: 'Follow the tip in the app to lower the heating at night.',
        obstacle:
          'With a pump and concrete floors it used more power in the morning than it had saved by night. He had measured.',
        words: 'Your tip cost me 40 kroner a week.',
        did: 'Looked at his spreadsheet. He is right as far as I can tell, sent it to Product.',
        minutes: 31
      },
      {
        tried: 'Find which setting belongs to which machine.',
        obstacle: 'Three "auto" in one screen: the app’s own, the pump’s and the fan’s.',
        minutes: 12
      },
      {
        tried: 'Stop the pump from defrosting in the middle of the cheap hour.',
        obstacle:
          'The app starts it at full blast exactly on the hour, it ices up, and half of the hour is lost.',
        minutes: 14
      },
      {
        lang: 'sv',
        tried: 'Koppla ihop värmepumpen med prisstyrningen.',
        obstacle:
          'Pumpen startar om varje gång priset ändras. Installatören säger att den inte tål det i längden.',
        did: 'Stängde av prisstyrningen för pumpen tills någon kunnig har svarat.',
        minutes: 27
      },
      {
        tried: 'Find out whether our kit may void the pump’s guarantee.',
        obstacle:
          'Her installer says yes, our shop page says "works with all pumps". I could not find an answer anywhere.',
        type: 'policy_or_process',
        minutes: 20
      },
      {
        tried: 'Use the pump for cooling when the whole family cooks.',
        obstacle: 'The hub has no idea of cooling and switched it off for being "too warm already".',
        minutes: 13
      },
      {
        tried: 'See how much of the bill is the pump.',
        obstacle: 'It is lumped in with "other". It is the largest thing in the house.',
        words: 'Other! It is three quarters of everything.',
        minutes: 8,
        type: 'missing'
      }
    ]
  },
  {
    key: 'two-temperatures',
    type: 'how_to',
    rhythm: autumn,
    tellings: [
      {
        tried: 'Make the app and the wall agree.',
        obstacle:
          'App shows the floor, wall shows the air, and neither says which. He had written a letter to the shop about a broken device.',
        words: 'One of them is lying.',
        did: 'Showed him the small footprint next to the number.',
        minutes: 11
      },
      {
        tried: 'Set 22 in the bathroom.',
        obstacle: '22 in the floor is chilly on the feet. She wanted 22 in the room.',
        minutes: 8
      },
      {
        tried: 'Check the reading with his own thermometer.',
        obstacle:
          'Ours sits over a hot pipe in the wall. There is an offset setting, hidden, plus or minus three.',
        did: 'Set the offset to minus 1.5 with him.',
        minutes: 14
      },
      {
        lang: 'nb',
        tried: 'Forstå hvorfor appen viser 27 grader på badet.',
        obstacle: 'Det er gulvføleren. Hun trodde rommet holdt på å koke.',
        words: 'Jeg åpnet alle vinduene.',
        minutes: 6
      },
      {
        tried: 'Read the temperature off the display without glasses.',
        obstacle:
          'The large number is the wish, the small number is the truth. He expected it the other way round.',
        minutes: 5
      },
      {
        tried: 'Find out why the hall "never gets there".',
        obstacle:
          'Target is for the floor with a cap of 27 to protect the parquet. The cap is not mentioned when you set 29.',
        minutes: 16
      },
      {
        lang: 'sv',
        tried: 'Jämföra appen med termostaten i badrummet.',
        obstacle: 'Fyra graders skillnad. Den ena är golvet och den andra luften, men det står ingenstans.',
        minutes: 9
      }
    ]
  }
]
