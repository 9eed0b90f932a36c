import { allYear, growing, sinceSevenWeeks, type Theme, winter } from './theme.ts'

/** Daily life in the app: sharing a home, schedules, messages, signing in. */
export const appThemes: readonly Theme[] = [
  {
    key: 'share-the-home',
    type: 'hard_to_use',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Give her husband access to the heating.',
        obstacle:
          'Looked under Profile, Home and Rooms. It is under the three dots of the hub, called "Members", where nobody would look.',
        words: 'I just want him to stop asking me to turn it up.',
        minutes: 10
      },
      {
        tried: 'Invite the kids so they can see but not change.',
        obstacle: 'Only one kind of member exists. The youngest set the living room to 28 within the hour.',
        words: 'It was like a sauna and very funny to one of us.',
        did: 'Told her that the child lock on the thermostat at least stops changes on the wall.',
        minutes: 12
      },
      {
        tried: 'Accept an invitation to the family cabin.',
        obstacle:
          'Link opened the web page and said the app is not installed. It was. He had to copy the code from the mail by hand.',
        minutes: 14
      },
      {
        tried: 'Share with a partner who already has an account of their own.',
        obstacle:
          'Invitation says that the e-mail is taken. No way to join two people who both signed up before moving in together.',
        did: 'Deleted the emptier of the two accounts after asking twice, then invited again.',
        minutes: 23
      },
      {
        lang: 'nb',
        tried: 'Dele hjemmet med samboeren.',
        obstacle:
          'Fant ikke knappen. De har brukt samme innlogging i et halvt år, og nå kastes de ut etter tur.',
        words: 'Vi trodde det var sånn det skulle være.',
        minutes: 9
      },
      {
        tried: 'Remove an ex-husband from the home.',
        obstacle:
          'He is the one who set it up, so he is owner and she is member. The member cannot remove the owner, and she does not want to ask him.',
        words: 'He turns my heating off at night from his new place.',
        did: 'Took it to the host at once, who checked the contract and moved the ownership. We need a written way for this.',
        minutes: 50,
        type: 'policy_or_process'
      },
      {
        tried: 'Let the neighbour look after the house for two weeks.',
        obstacle: 'No access with an end date, so he lent out his own password.',
        minutes: 6
      },
      {
        lang: 'sv',
        tried: 'Bjuda in sin mamma till appen.',
        obstacle:
          'Inbjudan gäller i 24 timmar och mamma läser mejl på söndagar. Fjärde inbjudan på en månad.',
        words: 'Ge henne en vecka i alla fall.',
        minutes: 8
      },
      {
        tried: 'See who changed the temperature last night.',
        obstacle: 'Four members, one log, and every line in it says "changed by app".',
        minutes: 7
      },
      {
        tried: 'Add the au pair on an Android phone while the family uses iPhones.',
        obstacle:
          'The menu looks different on Android and the steps I read out were for the other one. We met in the end.',
        minutes: 16
      }
    ]
  },
  {
    key: 'schedule-lost',
    type: 'bug',
    rhythm: sinceSevenWeeks,
    tellings: [
      {
        tried: 'Copy Monday’s schedule to the rest of the week.',
        obstacle:
          'Copied fine on screen, back to the old one after closing the app. No message that it was not saved.',
        words: 'It smiled and nodded and did nothing.',
        did: 'Reproduced it on my own phone: it is only stored if you wait for the little tick.',
        minutes: 16
      },
      {
        tried: 'Change the morning start from 06:00 to 05:30 for a new job.',
        obstacle: 'It jumps back every night. She has now woken up to a cold bathroom four times.',
        words: 'I feel like I am losing an argument with a wall.',
        minutes: 20
      },
      {
        tried: 'Make a weekend plan different from the weekdays.',
        obstacle: 'Saving Saturday empties Friday. We tried twice, and it is Friday every time.',
        minutes: 18
      },
      {
        lang: 'nb',
        tried: 'Lagre ny ukeplan etter at de begynte i barnehage.',
        obstacle:
          'Planen ser riktig ut, men neste dag er den gamle tilbake. Gjelder begge telefonene i huset.',
        words: 'Appen har en egen vilje.',
        did: 'La den inn fra vår side og ba dem ikke røre den inntil videre.',
        minutes: 22
      },
      {
        tried: 'Edit the plan on the tablet in the kitchen.',
        obstacle:
          'Phone and tablet both open: whoever closes last wins, and it was the phone with the old plan in it.',
        minutes: 15
      },
      {
        tried: 'Set up the new weekly plan she had agreed with her energy adviser.',
        obstacle:
          'An hour of work, gone when the phone rang in the middle of it and the app went to the background.',
        words: 'The call was from my sister and I shouted at her.',
        did: 'Apologised. Advised to save after each room, which is a poor answer.',
        minutes: 35
      },
      {
        tried: 'Use "same as last week".',
        obstacle: 'It brings back a plan from a year ago, with the times of a job he no longer has.',
        minutes: 11
      },
      {
        tried: 'Save a schedule with two warm periods in the evening.',
        obstacle: 'The second period disappears without a word. With one period it is kept.',
        did: 'Two others on my shift had the same, so I wrote down exact times and app version for all three.',
        minutes: 17
      },
      {
        lang: 'sv',
        tried: 'Spara ett nytt schema för sovrummet.',
        obstacle:
          'Trycker spara, får grön bock, men morgonen efter är det gamla schemat tillbaka. Började med senaste uppdateringen säger han.',
        words: 'Ångra borde inte vara automatiskt.',
        minutes: 14
      },
      {
        tried: 'Get the bathroom floor to stay off on weekdays.',
        obstacle:
          'Turned off, saved, next day on again. He has a logbook with dates, and it happens on the nights when the app updates.',
        did: 'Attached the photo of his logbook to the ticket. It is better than ours.',
        minutes: 19
      },
      {
        tried: 'Delete the schedule altogether and steer by hand.',
        obstacle: 'It came back. She was laughing by then, luckily.',
        words: 'It is a zombie.',
        minutes: 10
      }
    ]
  },
  {
    key: 'alerts-late',
    type: 'bug',
    rhythm: winter,
    tellings: [
      {
        tried: 'Rely on the frost warning for the cabin.',
        obstacle: 'Pipes froze at about four in the morning, the warning came at ten past nine.',
        words: 'By then the kitchen was a skating rink.',
        did: 'Asked for the log of the hub and passed the case to the claims people. Customer was calm, which made it worse.',
        minutes: 40
      },
      {
        tried: 'Get a message when the power goes.',
        obstacle:
          'Message that it had gone and message that it was back arrived in the same second, six hours later.',
        minutes: 9
      },
      {
        tried: 'Turn off the warning that the garage is under 12 degrees.',
        obstacle: 'It can be off for a day, or off for all rooms. The garage is always under 12 degrees.',
        words: 'It is a garage.',
        minutes: 8
      },
      {
        lang: 'nb',
        tried: 'Få frostvarsel på hytta på fjellet.',
        obstacle:
          'Varselet kom først da han åpnet appen selv. Telefonen hadde satt appen i dvale, og ingen har sagt at den må unntas.',
        did: 'Viste ham innstillingen for batteri. Den burde appen spørre om.',
        minutes: 15
      },
      {
        tried: 'Understand eleven identical warnings in a row.',
        obstacle:
          'One sensor at the edge of its range drops in and out, and each time is a new message, at night too.',
        words: 'My watch buzzed me awake eleven times.',
        minutes: 12
      },
      {
        tried: 'Have the warning go to the neighbour who lives beside the cabin.',
        obstacle:
          'Only members get it, and members can see everything. No such thing as a phone number to call.',
        type: 'missing',
        minutes: 7
      },
      {
        tried: 'Be told when the water heater stops.',
        obstacle:
          'It stopped on a Thursday. The app said so on Saturday, after she had run out of hot water herself.',
        minutes: 18
      },
      {
        lang: 'sv',
        tried: 'Få larm om temperaturen sjunker i sommarstugan.',
        obstacle: 'Larmet kom fem timmar för sent. Enligt hubben skickades det direkt.',
        words: 'Då kan jag lika gärna ringa grannen.',
        minutes: 16
      },
      {
        tried: 'Test the alarm before leaving for three weeks.',
        obstacle:
          'There is no test button. He put the sensor in the freezer. It did not warn for the half hour we had.',
        did: 'Wrote up the freezer experiment, it is a good one. Reading reached us after 90 seconds, message after 47 minutes.',
        minutes: 47
      }
    ]
  },
  {
    key: 'sign-in-code-missing',
    type: 'bug',
    rhythm: growing,
    tellings: [
      {
        tried: 'Sign in after the app update threw him out.',
        obstacle: 'Text message with the code never came. Third request and you are locked for an hour.',
        words: 'I am locked out of my own radiators.',
        minutes: 20
      },
      {
        tried: 'Sign in with a Norwegian number while living in Spain half of the year.',
        obstacle: 'Codes do not reach her there, and there is no choice of getting it by mail.',
        did: 'Verified her by invoice number and address, and changed the account to codes by mail. Only hosts have that button.',
        minutes: 24
      },
      {
        tried: 'Sign in on the new phone, old number gone.',
        obstacle: 'To change number you must sign in. To sign in you need the old number.',
        words: 'Whoever made this has never lost a phone.',
        minutes: 27
      },
      {
        tried: 'Open the app in the cellar, where the fuse box is.',
        obstacle:
          'Asked for a new code down there, without coverage. She only wanted to see which circuit the floor is on.',
        minutes: 9
      },
      {
        lang: 'nb',
        tried: 'Logge inn igjen etter oppdateringen.',
        obstacle: 'Alle i familien ble logget ut samtidig, og bare den ene får koden på SMS.',
        did: 'Sjekket at numrene var riktige. De var det. Meldt videre.',
        minutes: 18
      },
      {
        tried: 'Use the code from the text message.',
        obstacle:
          'Two came, two minutes apart, and only the first one worked even though the app says to use the newest.',
        minutes: 8
      },
      {
        tried: 'Sign in at an hour when the children were freezing, in her words.',
        obstacle:
          'Code arrived after 25 minutes, when it had long expired. Next one came together with the one before.',
        words: 'They were not freezing freezing, but still.',
        minutes: 33
      },
      {
        lang: 'sv',
        tried: 'Logga in med koden.',
        obstacle:
          'Sms:et kommer från ett utländskt nummer och operatören stoppar det som skräp. Han fick leta i spärrade meddelanden.',
        minutes: 15
      },
      {
        tried: 'Let the app remember the phone.',
        obstacle: 'Ticked "trust this phone" every time, still asked each Monday.',
        words: 'We are clearly not building trust.',
        minutes: 6
      },
      {
        tried: 'Sign in from a work phone where text messages are blocked by policy.',
        obstacle: 'The only other way is a call, and the voice speaks Danish.',
        did: 'Had a good laugh together, then changed him to mail.',
        minutes: 13
      }
    ]
  }
]
