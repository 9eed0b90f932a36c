import { v7 } from 'uuid'
import type { Message } from '../notices/post.ts'
import type { Locale } from '../words.ts'

interface LinkTexts {
  title: string
  body: (minutes: number) => string[]
  act: string
  why: string
}

const TEXTS: Readonly<Record<Locale, LinkTexts>> = {
  en: {
    title: 'Your link to sign in to Lyttepost',
    body: (minutes) => [
      `Open the link and press the button. It works once, within ${minutes} minutes.`,
      'If you did not ask for it, do nothing: without it nobody gets in. Hand it to nobody.'
    ],
    act: 'Sign in',
    why: 'You get this because somebody wrote your address on the sign-in page.'
  },
  nb: {
    title: 'Lenken din for å logge inn på Lyttepost',
    body: (minutes) => [
      `Åpne lenken og trykk på knappen. Den virker én gang, innen ${minutes} minutter.`,
      'Ba du ikke om den, kan du la den være: uten den kommer ingen inn. Gi den ikke til noen.'
    ],
    act: 'Logg inn',
    why: 'Du får dette fordi noen skrev adressen din på innloggingssiden.'
  },
  sv: {
    title: 'Din länk för att logga in på Lyttepost',
    body: (minutes) => [
      `Öppna länken och tryck på knappen. Den gäller en gång, inom ${minutes} minuter.`,
      'Bad du inte om den kan du låta den vara: utan den kommer ingen in. Ge den inte till någon.'
    ],
    act: 'Logga in',
    why: 'Du får det här för att någon skrev din adress på inloggningssidan.'
  }
}

interface Addressee {
  id: string
  name: string
  email: string
  locale: Locale
}

/** The mail with a sign-in link. Nobody can turn it off: it comes only when it is asked for. */
export function linkMail(
  to: Addressee,
  { link, minutes, at, host }: { link: string; minutes: number; at: Date; host: string }
): Message {
  const { title, body, act, why } = TEXTS[to.locale]
  return {
    to: { name: to.name, email: to.email, slackUserId: null },
    ...{ employeeId: to.id, locale: to.locale, title, at, since: at, isAgain: false },
    messageId: `<${v7()}@${host}>`,
    parts: [{ title, body: body(minutes), act, link, buttons: [] }],
    unsubscribeUrl: null,
    footer: { why, unsubscribe: '', settings: '' }
  }
}
