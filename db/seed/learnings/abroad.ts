import { allYear, growing, type Theme } from './theme.ts'

/** What customers in Britain and America meet, and the help pages that everyone meets. */
export const abroadThemes: readonly Theme[] = [
  {
    key: 'fahrenheit-rounding',
    type: 'bug',
    rhythm: allYear,
    heardIn: 'atlantic',
    tellings: [
      {
        tried: 'Set the bedroom to 68.',
        obstacle:
          'Shows 68 when you let go and 67 a moment later. We store half degrees Celsius, so 68 does not exist.',
        words: 'I am not picky. I am paying for a thermostat.',
        minutes: 9
      },
      {
        tried: 'Raise by one degree.',
        obstacle: 'One tap on plus is sometimes one, sometimes two. In Fahrenheit that is.',
        minutes: 6
      },
      {
        tried: 'Make a routine that starts at 65.',
        obstacle: 'Routine says 64.9, and it never starts because the room goes from 64 to 66.',
        did: 'Set it to 66 for now. Explained why, he teaches maths and enjoyed it.',
        minutes: 16
      },
      {
        tried: 'Compare with her neighbor, same building, same model.',
        obstacle:
          'Neighbor runs in Celsius. They differ by a degree at the same setting and suspected each other.',
        minutes: 11
      },
      {
        tried: 'Read the history in Fahrenheit.',
        obstacle: 'The graph is converted, the labels are not. It was 21 in Brooklyn in June, apparently.',
        words: 'Should I have bought a coat?',
        minutes: 7
      },
      {
        tried: 'Use the frost alarm.',
        obstacle: 'Default is 5. He has it in Fahrenheit, and five is far too late.',
        did: 'Changed it to 41 together with him, then told the host, because this one is dangerous.',
        minutes: 13
      },
      {
        tried: 'Switch from Celsius to Fahrenheit for visitors.',
        obstacle:
          'All schedules were rounded and do not come back the same when switching back. 21.5 became 21.',
        minutes: 14
      }
    ]
  },
  {
    key: 'boiler-wiring',
    type: 'how_to',
    rhythm: growing,
    heardIn: 'atlantic',
    tellings: [
      {
        tried: 'Wire the relay to a combi boiler.',
        obstacle: 'Our drawing has L, N, 1 and 2. His boiler has terminals 9 to 14 and a warning sign.',
        words: 'I would rather ask a dumb question than be a headline.',
        did: 'Told him to stop and get an engineer. Sent the list of boilers we have tested.',
        minutes: 18
      },
      {
        tried: 'Find out if it works without a C-wire.',
        obstacle:
          'Shop page does not mention it. Forum says no. Box says "24 V ready", which I take to mean no.',
        minutes: 12
      },
      {
        tried: 'Connect to a system with a separate hot water tank.',
        obstacle: 'We show one zone valve. Most older British houses, I now know, have two or three.',
        did: 'Learned what an S-plan is. The host drew it for me.',
        minutes: 26
      },
      {
        tried: 'Let his heating engineer see the manual before the visit.',
        obstacle: 'The installer manual is behind a partner sign-in.',
        words: 'He charges by the hour and is now reading forums by the hour.',
        minutes: 10
      },
      {
        tried: 'Stop the boiler from clicking on and off all day.',
        obstacle:
          'Cycles per hour is a setting. It exists, I found it in the release notes from two years ago, and nowhere in help.',
        minutes: 21
      },
      {
        tried: 'Use our kit with a steam radiator in a pre-war building.',
        obstacle: 'Nobody could say yes or no. The super had said no, which was the only answer he had.',
        minutes: 15
      },
      {
        tried: 'Replace an old round thermostat with two wires.',
        obstacle:
          'The app asks for four wires and has no "I have only two". She stopped there, with the old one in her hand and no heat.',
        did: 'Talked her through putting the old one back first. Then sent the right drawing.',
        minutes: 34
      },
      {
        tried: 'Know which screw is "COM".',
        obstacle: 'It is called COM in the drawing, C in the app and has a little arrow on the part itself.',
        minutes: 8
      },
      {
        tried: 'Get the discount for heat controls from her utility.',
        obstacle:
          'They want a model number in the form of their list. Ours is not on it, though I am told we applied.',
        type: 'policy_or_process',
        minutes: 17
      }
    ]
  },
  {
    key: 'help-page-outdated',
    type: 'how_to',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Follow the help page on adding a room.',
        obstacle:
          'The pictures show a blue button at the bottom. It has been a plus in the corner since the big update.',
        words: 'Are there two apps?',
        did: 'Noted the page and the step. Corrected text is in the ticket.',
        minutes: 7
      },
      {
        tried: 'Find how to reset a thermostat.',
        obstacle: 'Page describes the old model with the wheel. The new one has no wheel.',
        minutes: 9
      },
      {
        tried: 'Search the help for "frost".',
        obstacle:
          'Four hits, all about a campaign from two winters ago. The article that helps is called "Low temperature protection".',
        minutes: 11
      },
      {
        lang: 'nb',
        tried: 'Finne hjelp til å lese av måleren.',
        obstacle:
          'Halve siden er på norsk og resten på engelsk. Lenken nederst går til en side som ikke finnes.',
        minutes: 6
      },
      {
        tried: 'Do what I, the guest, told him out of the help page.',
        obstacle:
          'The menu I was reading from does not exist any more. He was kinder about it than I would have been.',
        words: 'Shall I describe to you what I see?',
        minutes: 14
      },
      {
        tried: 'Watch the video about mounting.',
        obstacle: 'Private video. Somebody closed the old channel.',
        minutes: 5
      },
      {
        tried: 'Find the phone number.',
        obstacle:
          'It is on no help page. It is on the back of the hub, which hangs on the wall, back to the wall.',
        words: 'I had to unscrew you to call you.',
        minutes: 8
      },
      {
        lang: 'sv',
        tried: 'Följa guiden för barnlås.',
        obstacle:
          'Bilderna är från förra versionen. Knappen heter något annat nu och ligger i en annan meny.',
        did: 'Skrev ner de nya stegen och bad en värd uppdatera sidan.',
        minutes: 10
      },
      {
        tried: 'Understand the amber light.',
        obstacle:
          'Table of lights lists green, red and blue. Amber means update under way, says the engineer beside me.',
        minutes: 6
      },
      {
        tried: 'Read the help on her phone, standing at the fuse box.',
        obstacle: 'The drawing does not zoom. She went to get a magnifying glass, really.',
        type: 'hard_to_use',
        minutes: 9
      }
    ]
  }
]
