import { dictionary } from './dictionary.ts'

const en = {
  signIn: 'Sign in',
  signInIntro:
    'Lyttepost knows you by a one-time link. Ask your administrator for one; it works for ten minutes.',
  signInWith: (provider: string) => `Sign in with ${provider}`,
  providerDown: (provider: string) =>
    `${provider} does not answer at the moment. Try again in a minute, or sign in another way.`,
  or: 'or',
  email: 'Your e-mail address at work',
  emailHint: 'You get a link that signs you in once, within ten minutes.',
  sendLink: 'Send me a link',
  linkTold:
    'If somebody who works here has this address, a link is on its way. It works once, within ten minutes. Nothing there? Look among the unwanted mail, or ask your administrator.',
  signInLinkTitle: 'Almost there',
  signInLinkIntro: 'This link signs you in once, in this browser.',
  demoTitle: 'Whose day do you want to see?',
  demoIntro: 'This is a demo company with invented people. Sign in as anybody.',
  demoStartHere: 'Good places to start',
  demoEverybody: 'Everybody',
  roleAdmin: 'Administrator',
  roleHr: 'HR',
  roleLead: 'Team lead',
  roleHost: 'Host',
  roleExecutive: 'Executive',
  roleEmployee: 'Employee'
}

const nb: typeof en = {
  signIn: 'Logg inn',
  signInIntro:
    'Lyttepost kjenner deg igjen på en engangslenke. Be administratoren om en; den virker i ti minutter.',
  signInWith: (provider) => `Logg inn med ${provider}`,
  providerDown: (provider) =>
    `${provider} svarer ikke akkurat nå. Prøv igjen om et minutt, eller logg inn på en annen måte.`,
  or: 'eller',
  email: 'E-postadressen din på jobben',
  emailHint: 'Du får en lenke som logger deg inn én gang, innen ti minutter.',
  sendLink: 'Send meg en lenke',
  linkTold:
    'Hvis noen som arbeider her har denne adressen, er en lenke på vei. Den virker én gang, innen ti minutter. Kom den ikke? Se i søppelposten, eller spør administratoren.',
  signInLinkTitle: 'Nesten framme',
  signInLinkIntro: 'Lenken logger deg inn én gang, i denne nettleseren.',
  demoTitle: 'Hvem sin dag vil du se?',
  demoIntro: 'Dette er et demoselskap med oppdiktede folk. Logg inn som hvem du vil.',
  demoStartHere: 'Gode steder å begynne',
  demoEverybody: 'Alle',
  roleAdmin: 'Administrator',
  roleHr: 'HR',
  roleLead: 'Teamleder',
  roleHost: 'Vert',
  roleExecutive: 'Toppleder',
  roleEmployee: 'Ansatt'
}

const sv: typeof en = {
  signIn: 'Logga in',
  signInIntro:
    'Lyttepost känner igen dig på en engångslänk. Be administratören om en; den gäller i tio minuter.',
  signInWith: (provider) => `Logga in med ${provider}`,
  providerDown: (provider) =>
    `${provider} svarar inte just nu. Försök igen om en minut, eller logga in på ett annat sätt.`,
  or: 'eller',
  email: 'Din e-postadress på jobbet',
  emailHint: 'Du får en länk som loggar in dig en gång, inom tio minuter.',
  sendLink: 'Skicka en länk till mig',
  linkTold:
    'Om någon som arbetar här har den adressen är en länk på väg. Den gäller en gång, inom tio minuter. Kom den inte? Se efter i skräpposten, eller fråga administratören.',
  signInLinkTitle: 'Nästan framme',
  signInLinkIntro: 'Länken loggar in dig en gång, i den här webbläsaren.',
  demoTitle: 'Vems dag vill du se?',
  demoIntro: 'Det här är ett demobolag med påhittade människor. Logga in som vem du vill.',
  demoStartHere: 'Bra ställen att börja på',
  demoEverybody: 'Alla',
  roleAdmin: 'Administratör',
  roleHr: 'HR',
  roleLead: 'Teamledare',
  roleHost: 'Värd',
  roleExecutive: 'Företagsledning',
  roleEmployee: 'Anställd'
}

export const signInTexts = dictionary({ en, nb, sv })
