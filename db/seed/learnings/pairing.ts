import { allYear, fading, growing, type Theme } from './theme.ts'

/** Getting the hub and its thermostats to talk to the app, and to the customer's own network. */
export const pairingThemes: readonly Theme[] = [
  {
    key: 'pairing-code-expires',
    type: 'bug',
    rhythm: growing,
    tellings: [
      {
        tried: 'Pair a brand new hub from the sofa, phone in one hand and hub in the other.',
        obstacle:
          'The six digits on the hub went dark before the app had even opened the box to type them in.',
        words: 'It counts down like a bomb and the app is still spinning.',
        did: 'Asked him to open the code screen first and only then press the button on the hub. Worked on the third go.',
        minutes: 18
      },
      {
        tried: 'Add a second hub for the cabin.',
        obstacle:
          'Code is valid for 60 seconds, and on her phone it took about 70 before the field appeared.',
        words: 'I have typed it correctly four times now and four times it says expired.',
        minutes: 25
      },
      {
        tried: 'Set up the hub her son had given her.',
        obstacle:
          'She writes the code on paper, puts her glasses back on and types it. By then it has run out, and the app only says "something went wrong".',
        words: 'I am 78, I am not fast, but I am not stupid either.',
        did: 'Stayed on the phone and read the code to her as she typed. We should not need a person for this.',
        minutes: 35
      },
      {
        tried: 'Pair after a factory reset.',
        obstacle:
          'Old phone. App needs ages to start, code dies meanwhile. No way to ask the hub to hold the code longer.',
        minutes: 15
      },
      {
        lang: 'nb',
        tried: 'Koble til huben for første gang.',
        obstacle: 'Koden på displayet forsvinner før appen spør om den. Kunden rakk det ikke på fem forsøk.',
        words: 'Jeg skrur den av og på som en tulling her.',
        did: 'Ba ham starte i appen først, vente på feltet, og så trykke på knappen. Da gikk det.',
        minutes: 20
      },
      {
        tried: 'Connect the replacement hub we sent last week.',
        obstacle:
          'Same story as two others this month: the app fetches the list of products before it shows the code field, and on a slow line that eats the whole minute.',
        did: 'Moved her phone from the cellar Wi-Fi to mobile data, and it went through at once.',
        minutes: 22
      },
      {
        tried: 'Follow the paper guide in the box, step by step.',
        obstacle: 'Guide says press the hub first, then open the app. In that order nobody makes it in time.',
        words: 'If I do exactly what you print, it fails every time.',
        minutes: 12
      },
      {
        lang: 'sv',
        tried: 'Para ihop hubben med appen efter flytt.',
        obstacle:
          'Koden hann gå ut varje gång. Appen visar inte hur länge den gäller och säger bara "försök igen".',
        words: 'Tredje kvällen i rad jag sitter här.',
        did: 'Vi gjorde det tillsammans i omvänd ordning, först appen och sedan knappen.',
        minutes: 24
      },
      {
        tried: 'Pair six hubs for a housing co-op, one after another.',
        obstacle:
          'Two of six codes expired on the way from the cellar, where the hubs hang, to the stairwell, where there is coverage.',
        did: 'He took photos of the display and typed from those. Clever, still lost half an hour.',
        minutes: 30
      },
      {
        tried: 'Get going with voice-over switched on, as the customer is blind.',
        obstacle:
          'The reader speaks the digits one by one with a pause, and it finishes a few seconds after the code is dead. There is no other way in.',
        words: 'I have bought something I am not able to turn on.',
        did: 'Registered the hub for him from our side with the serial number. Told him honestly that it is our fault.',
        minutes: 40
      },
      {
        tried: 'Just get the heating on in a house with no furniture in it yet.',
        obstacle:
          'Code expired, then "too many attempts, wait 15 minutes". She was sitting on the floor in her coat.',
        words: 'You are punishing me for your own timer!',
        minutes: 28
      }
    ]
  },
  {
    key: 'five-gigahertz',
    type: 'hard_to_use',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Put the hub on the home Wi-Fi.',
        obstacle:
          'The hub only hears 2.4 GHz, his mesh shows one name for both, and the app says the password is wrong. It was not.',
        words: 'I changed the password three times because your app told me to.',
        did: 'Had him pause the 5 GHz band in the router, connect, and turn it on again.',
        minutes: 26
      },
      {
        tried: 'Connect with the network chosen from the list in the app.',
        obstacle: 'Picked the one ending in _5G because it sounded faster. Nothing tells you it cannot work.',
        minutes: 9
      },
      {
        tried: 'Install in a flat where the landlord runs the network.',
        obstacle:
          'No access to the router, so he cannot split the bands. The hub finds the network and loses it in a loop.',
        did: 'Suggested the cable. He did not know the hub has a socket at the back, under the rubber lid.',
        minutes: 17
      },
      {
        lang: 'nb',
        tried: 'Få huben på nett etter at de fikk mesh i hele huset.',
        obstacle:
          'Feilmeldingen sier feil passord, men det er 5 GHz som er problemet. Det tok oss lang tid å skjønne.',
        did: 'Brukte gjestenettet, som bare går på 2,4.',
        minutes: 21
      },
      {
        tried: 'Understand why the hub works in the garage but not in the hallway.',
        obstacle:
          'Close to the router it was steered to 5 GHz and dropped off. Further away it held. Very confusing if you think nearer is better.',
        words: 'So the worse the signal, the better it works?',
        minutes: 19
      },
      {
        tried: 'Connect with a long network password with a £ sign in it.',
        obstacle:
          'First I thought it was the band again, but splitting did not help. Half of it was the band, the other half the sign.',
        did: 'Guest network with a plain password. Noted both on the ticket.',
        minutes: 33
      },
      {
        tried: 'Use the hub with the router her provider had just swapped.',
        obstacle: 'New box has band steering that cannot be switched off without calling the provider.',
        words: 'They say ask you, you say ask them.',
        minutes: 14
      },
      {
        lang: 'sv',
        tried: 'Ansluta hubben till fibern i nya lägenheten.',
        obstacle:
          'Appen säger att nätverket inte finns. Det finns, men bara på 5 GHz. Det borde stå i klartext.',
        minutes: 13
      },
      {
        tried: 'Decide whether to keep the kit or send it back.',
        obstacle: 'Box says "works with any Wi-Fi". His is 5 GHz only by choice, and he felt cheated.',
        words: 'Any means any.',
        did: 'Offered to send a short network cable for free, which he took.',
        minutes: 11
      }
    ]
  },
  {
    key: 'new-router-start-over',
    type: 'missing',
    rhythm: allYear,
    tellings: [
      {
        tried: 'Move the hub to a new router.',
        obstacle:
          'There is no "change network" in the app. The only road is a reset, and that throws away nine thermostats and their names.',
        words: 'I spent a whole Sunday naming those rooms.',
        did: 'Suggested giving the new router the old name and password. It worked, but one should not have to know that trick.',
        minutes: 30
      },
      {
        tried: 'Get heat back after the provider changed the box in the hall.',
        obstacle: 'She pressed "remove hub" as the help page says, and with it went two years of history.',
        words: 'Nobody said it would delete everything.',
        minutes: 45
      },
      {
        tried: 'Switch from the neighbour’s network to his own.',
        obstacle:
          'Looked everywhere in settings for the Wi-Fi name. It is shown, greyed out, and does nothing when you tap.',
        minutes: 12
      },
      {
        lang: 'nb',
        tried: 'Bytte ruter uten å miste ukeplanene.',
        obstacle:
          'Måtte nullstille huben og sette opp tolv ovner på nytt. Kunden hadde heldigvis bilder av planene.',
        words: 'Dette orker jeg ikke én gang til.',
        did: 'Satt med henne til alt var inne igjen. Nesten en time.',
        minutes: 55
      },
      {
        tried: 'Change the Wi-Fi password after a break-in at the company next door.',
        obstacle: 'Every device in the house could be updated in place except ours.',
        words: 'My toaster does it.',
        minutes: 20
      },
      {
        tried: 'Keep the hub going while on cable and then go back to Wi-Fi.',
        obstacle:
          'Once it has been on cable it never asks for a network again. Had to look in our internal notes to find the ten-second press.',
        did: 'Ten-second press on the back, light turns amber, then pair. This should be on the help page.',
        minutes: 16
      },
      {
        lang: 'sv',
        tried: 'Byta till mobilt bredband i stugan.',
        obstacle:
          'Nytt nät betyder att allt läggs in från början. Han har bara täckning vid bryggan, så det tog hela eftermiddagen.',
        minutes: 50
      },
      {
        tried: 'Help her father over the phone, from 400 km away, after his router burnt out in a storm.',
        obstacle:
          'Changing network can only be done next to the hub with the phone that first paired it, and that phone was hers.',
        words: 'So I have to drive?',
        did: 'Registered a new owner phone for him with the serial number. Took two of us.',
        minutes: 48
      },
      {
        tried: 'Restore from a backup before the reset.',
        obstacle:
          'He was sure there was one, because the app says "your home is saved in the cloud". The names are, the schedules are not.',
        minutes: 22
      }
    ]
  },
  {
    key: 'offline-but-working',
    type: 'bug',
    rhythm: fading,
    tellings: [
      {
        tried: 'Find out why the bathroom shows as offline.',
        obstacle:
          'The thermostat on the wall heats as it should and follows the plan. Only the app thinks it is gone.',
        words: 'Offline, it says. My feet say otherwise.',
        minutes: 8
      },
      {
        tried: 'Stop the hourly mails about a device that is offline.',
        obstacle:
          'Nothing is offline. It answers when you stand in front of it and goes grey when you leave the room.',
        did: 'Removed and added the thermostat. Held for as long as we talked at least.',
        minutes: 19
      },
      {
        tried: 'Raise the temperature before coming home.',
        obstacle:
          'App refuses because the floor thermostat is "not reachable", although the graph still shows fresh readings from it.',
        minutes: 13
      },
      {
        lang: 'nb',
        tried: 'Skru opp varmen på hytta fra bilen.',
        obstacle:
          'Appen sa frakoblet på alle rom. Da de kom frem var det varmt, for planen hadde gått hele tiden.',
        words: 'Vi snudde nesten på Hønefoss.',
        minutes: 10
      },
      {
        tried: 'Trust the overview page.',
        obstacle:
          'Three of five rooms grey in the app, all five working on the wall. Logging out and in turned them green again.',
        did: 'Told him about logging out and in. Felt like "have you tried turning it off and on".',
        minutes: 11
      },
      {
        tried: 'Ask for a replacement for a dead thermostat.',
        obstacle:
          'It was not dead. We would have sent a new one for nothing, as we did twice to the same street according to the notes.',
        did: 'Asked for a photo of the wall display before ordering. Saved one parcel.',
        minutes: 15
      },
      {
        tried: 'Use the widget on the phone’s first screen.',
        obstacle: 'Widget says offline, app says online, wall says 21.5. Three truths.',
        minutes: 7
      },
      {
        lang: 'sv',
        tried: 'Förstå varför vardagsrummet är grått i appen.',
        obstacle:
          'Termostaten fungerar på väggen. Efter omstart av hubben blev den grön i en kvart och sedan grå igen.',
        minutes: 18
      }
    ]
  }
]
