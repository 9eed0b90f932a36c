import { allYear, type Telling, type Theme } from './theme.ts'

const praise: readonly Telling[] = [
  {
    tried: 'Only to say thanks.',
    obstacle: 'Nothing. Her kit went through a power cut, came back by itself, and the cabin was warm.',
    words: 'I had prepared for wool socks and did not need them.'
  },
  {
    tried: 'Ask how to frame the electricity bill.',
    obstacle:
      'Nothing stood in the way. It was the first one under 1,000 kroner since they moved in, and he wanted us to know.',
    words: 'It hangs in the hallway now.',
    minutes: 3
  },
  {
    tried: 'Close a case that we had solved last week.',
    obstacle: 'None. Wanted to know the name of the host who had called her back on a Friday at four.',
    words: 'You called when you said you would. That never happens.',
    did: 'Passed it on, made somebody’s day.'
  },
  {
    lang: 'nb',
    tried: 'Fortelle at alt virker.',
    obstacle: 'Ingenting i veien. Han er 84 og satte opp hele huset selv med den nye veiledningen.',
    words: 'Kona tror jeg er ingeniør nå.'
  },
  {
    tried: 'Order a third kit, for the daughter.',
    obstacle: 'Nothing at all. He likes that the wall keeps working when the internet does not.',
    words: 'It is the only clever thing we own that is not stupid when the net is down.',
    minutes: 4
  },
  {
    lang: 'sv',
    tried: 'Tacka för hjälpen i förra veckan.',
    obstacle: 'Inget. Hon fick en ny givare på två dagar och en handskriven lapp i lådan.',
    words: 'Den som skrev lappen ska ha en klapp på axeln.'
  },
  {
    tried: 'Tell us what the open-window setting did for her asthma.',
    obstacle: 'No trouble. Sleeps with the window ajar and no longer heats the street.'
  },
  {
    tried: 'Praise the new price graph.',
    obstacle: 'Nothing, except that he wishes his supplier had one as well.',
    words: 'My children read it. They are nine and eleven and fight about the dishwasher.',
    minutes: 5
  }
]

const single: readonly Telling[] = [
  {
    tried: 'Use the hub on a houseboat.',
    obstacle: 'The app insists on a street and a number. He has a jetty and a bollard.',
    type: 'missing',
    minutes: 9
  },
  {
    tried: 'Heat a chicken coop with a smart plug.',
    obstacle: 'Lowest target is 5 degrees, and hens are happy with two. Works fine otherwise.',
    words: 'They have never laid more.',
    type: 'praise',
    minutes: 6
  },
  {
    tried: 'Name a room with an emoji of a moose.',
    obstacle: 'App accepts it, hub restarts every nine minutes until the moose is gone.',
    did: 'Took out the moose. Serious bug though, filed with the log.',
    type: 'bug',
    minutes: 31
  },
  {
    tried: 'Have the hub speak with the solar inverter on his roof.',
    obstacle:
      'Not on our list. He offered to write the connection himself and asked for documents of the interface.',
    type: 'missing',
    minutes: 12
  },
  {
    tried: 'Silence the clicking of the relay by the bed.',
    obstacle: 'One loud click every few minutes in the quiet. A setting for slower switching would do.',
    words: 'It is like sleeping beside a very slow clock.',
    type: 'hard_to_use',
    minutes: 10
  },
  {
    tried: 'Find out if he may paint the thermostat.',
    obstacle: 'I had no idea. Not on the front with the sensor, said the host.',
    type: 'how_to',
    minutes: 4
  },
  {
    lang: 'nb',
    tried: 'Styre varmekabler i oppkjørselen etter snøvarsel.',
    obstacle:
      'Været i appen er for byen, og han bor 400 meter høyere oppe. Der snør det når det regner i byen.',
    type: 'missing',
    minutes: 11
  },
  {
    tried: 'Refuse the new terms and keep the product.',
    obstacle:
      'There is no such choice. She had read all nine pages and had a good question about page six, to which I had no answer.',
    did: 'Sent the question on, with a date by which we promised to reply.',
    type: 'policy_or_process',
    minutes: 20
  },
  {
    tried: 'Get all that we hold about him.',
    obstacle: 'The download has readings without dates. "It is my data but I cannot use it", he wrote.',
    type: 'bug',
    minutes: 16
  },
  {
    tried: 'See the numbers in the app with large text switched on.',
    obstacle: 'The temperature is cut in half, so that 18 and 16 look alike.',
    words: 'I set it by guessing and by the cat.',
    type: 'bug',
    minutes: 13
  },
  {
    lang: 'sv',
    tried: 'Använda appen på ett företag med flera vaktmästare.',
    obstacle: 'Alla delar en inloggning, så ingen vet vem som sänkt värmen i matsalen.',
    type: 'missing',
    minutes: 9
  },
  {
    tried: 'Know whether the hub listens to what is said at home.',
    obstacle: 'There is no microphone, but also no page where we say so in plain words.',
    words: 'My mother-in-law refuses to speak in the kitchen.',
    type: 'how_to',
    minutes: 7
  },
  {
    tried: 'Ask why the light on the hub is so bright at night.',
    obstacle: 'It can be dimmed to low. Not off. She uses a sticking plaster.',
    type: 'hard_to_use',
    minutes: 5
  },
  {
    tried: 'Report that our van parked across his drive.',
    obstacle: 'It was a partner’s van with our name on. He only wanted it moved before five.',
    did: 'Rang the partner. Moved at ten to five.',
    type: 'other',
    minutes: 15
  },
  {
    tried: 'Complain about the chat robot.',
    obstacle: 'It answered "great question!" to "my house is 9 degrees". Twice.',
    words: 'It was not a question and it was not great.',
    type: 'hard_to_use',
    minutes: 12
  },
  {
    tried: 'Join the panel of testers he read about.',
    obstacle: 'The form has been closed since last year, but the banner that invites you is still up.',
    type: 'other',
    minutes: 4
  },
  {
    tried: 'Use the tool of our competitor at the same time.',
    obstacle:
      'They take turns in setting the floor. I honestly did not know what to advise, so we agreed on one each.',
    type: 'other',
    minutes: 14
  },
  {
    tried: 'Read the meter through the new port.',
    obstacle:
      'The reader blinks yellow. The grid company must open the port first, and takes two weeks. We do not say it when we sell the reader.',
    type: 'policy_or_process',
    minutes: 11
  }
]

/** What was heard once and belongs to nothing bigger (yet). */
export const singles: readonly Theme[] = [
  { key: 'praise', type: 'praise', rhythm: allYear, tellings: praise },
  { key: 'single', type: 'other', rhythm: allYear, tellings: single }
]
