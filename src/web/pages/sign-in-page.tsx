import type { Reader } from '../reader.ts'
import { signInTexts } from '../texts/sign-in.ts'

export interface DemoPerson {
  id: string
  name: string
  title: string
  team: string
  level: string
  isHost: boolean
  leads: boolean
  grants: string[]
}

/** The one word that says most about a person's part here. */
function partOf(person: DemoPerson): keyof (typeof signInTexts)['en'] & `role${string}` {
  if (person.grants.includes('admin')) return 'roleAdmin'
  if (person.grants.includes('hr')) return 'roleHr'
  if (person.level === 'executive') return 'roleExecutive'
  if (person.leads) return 'roleLead'
  if (person.isHost) return 'roleHost'
  return 'roleEmployee'
}

function PersonRow({ person, reader }: { person: DemoPerson; reader: Reader }) {
  const part = reader.say(signInTexts)[partOf(person)]
  return (
    <li>
      <div>
        <div class="day">{person.name}</div>
        <small>
          {person.title} · {person.team} · {part}
        </small>
      </div>
      <form method="post" action="/demo/sign-in">
        <input type="hidden" name="employeeId" value={person.id} />
        <button class="button plain" type="submit">
          {reader.say(signInTexts).signIn}
          <span class="visually-hidden">: {person.name}</span>
        </button>
      </form>
    </li>
  )
}

/** One person of each part, in the order a newcomer would want to look. */
function guides(people: DemoPerson[]): DemoPerson[] {
  const parts = ['roleEmployee', 'roleLead', 'roleHost', 'roleHr', 'roleAdmin', 'roleExecutive']
  return parts.flatMap((part) => people.find((person) => partOf(person) === part) ?? [])
}

/** Demo mode only: sign in as anybody of the invented company. */
export function DemoSignInPage({ people, reader }: { people: DemoPerson[]; reader: Reader }) {
  const texts = reader.say(signInTexts)
  return (
    <>
      <div class="stack-small">
        <h1>{texts.demoTitle}</h1>
        <p class="soft">{texts.demoIntro}</p>
      </div>
      <section class="card" aria-labelledby="start">
        <h2 id="start">{texts.demoStartHere}</h2>
        <ul class="rows">
          {guides(people).map((person) => (
            <PersonRow key={person.id} person={person} reader={reader} />
          ))}
        </ul>
      </section>
      <details class="card">
        <summary>
          {texts.demoEverybody} ({people.length})
        </summary>
        <ul class="rows">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} reader={reader} />
          ))}
        </ul>
      </details>
    </>
  )
}

export function SignInPage({ reader }: { reader: Reader }) {
  return (
    <section class="card">
      <h1>{reader.say(signInTexts).signIn}</h1>
      <p>{reader.say(signInTexts).signInIntro}</p>
    </section>
  )
}

/** A link opened by a mail scanner must not sign anybody in: a person presses the button. */
export function SignInLinkPage({ reader, token }: { reader: Reader; token: string }) {
  return (
    <section class="card">
      <h1>{reader.say(signInTexts).signInLinkTitle}</h1>
      <p>{reader.say(signInTexts).signInLinkIntro}</p>
      <form method="post" action="/sign-in/link" class="inline">
        <input type="hidden" name="token" value={token} />
        <button class="button" type="submit">
          {reader.say(signInTexts).signIn}
        </button>
      </form>
    </section>
  )
}
