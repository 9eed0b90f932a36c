import { dictionary } from './dictionary.ts'

const en = {
  title: 'Inbox',
  intro: (unread: number) => (unread === 0 ? 'You have read everything.' : `${unread} unread.`),
  readAll: 'Mark all as read',
  settings: 'What comes how',
  read: 'Mark as read',
  empty: 'Nothing here yet',
  emptyHint: 'When something changes for you, it is told here, with the reason and what to do.',
  unread: 'Unread',
  settled: 'Settled',
  today: 'Today'
}

const nb: typeof en = {
  title: 'Innboks',
  intro: (unread) => (unread === 0 ? 'Du har lest alt.' : `${unread} ${unread === 1 ? 'ulest' : 'uleste'}.`),
  readAll: 'Merk alt som lest',
  settings: 'Hva som kommer hvordan',
  read: 'Merk som lest',
  empty: 'Ingenting her ennå',
  emptyHint: 'Når noe endres for deg, får du vite det her, med grunnen og hva du kan gjøre.',
  unread: 'Ulest',
  settled: 'Avgjort',
  today: 'I dag'
}

const sv: typeof en = {
  title: 'Inkorg',
  intro: (unread) => (unread === 0 ? 'Du har läst allt.' : `${unread} ${unread === 1 ? 'oläst' : 'olästa'}.`),
  readAll: 'Markera allt som läst',
  settings: 'Vad som kommer hur',
  read: 'Markera som läst',
  empty: 'Inget här än',
  emptyHint: 'När något ändras för dig får du veta det här, med skälet och vad du kan göra.',
  unread: 'Oläst',
  settled: 'Avgjort',
  today: 'I dag'
}

export const inboxTexts = dictionary({ en, nb, sv })
