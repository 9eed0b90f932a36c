import { dictionary } from './dictionary.ts'

const en = {
  signIn: 'Sign in',
  signInIntro:
    'Lyttepost knows you by a one-time link. Ask your administrator for one; it works for ten minutes.',
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
