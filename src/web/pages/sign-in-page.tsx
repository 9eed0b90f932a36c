import { Action, Button, LinkButton } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Note, Told } from '../components/told.tsx'
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
      <div class="main">
        <div class="strong">{person.name}</div>
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

interface ProviderView {
  name: string
  label: string
  isDown: boolean
}

export interface SignInView {
  providers: readonly ProviderView[]
  /** Links that are mailed, that an administrator hands over, or none. */
  links: 'mailed' | 'handed' | 'off'
  /** Where to go afterwards. */
  back: string
}

interface SignInProps {
  view: SignInView
  reader: Reader
}

const withBack = (path: string, back: string) =>
  back === '/' ? path : `${path}?back=${encodeURIComponent(back)}`

function ProviderButtons({ view: { providers, back }, reader }: SignInProps) {
  const texts = reader.say(signInTexts)
  const down = providers.filter(({ isDown }) => isDown)
  return (
    <div class="stack-s">
      {down.map(({ name, label }) => (
        <Note key={name} tone="warm">
          {texts.providerDown(label)}
        </Note>
      ))}
      <ul class="ways">
        {providers.map(({ name, label, isDown }) => (
          <li key={name}>
            <LinkButton href={withBack(`/sign-in/with/${name}`, back)} tone={isDown ? 'plain' : 'main'}>
              {texts.signInWith(label)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

function LinkForm({ view: { providers, back }, reader }: SignInProps) {
  const texts = reader.say(signInTexts)
  return (
    <form method="post" action="/sign-in/link-requests" class="fields">
      <Field id="email" label={texts.email} hint={texts.emailHint}>
        {(described) => (
          <input
            {...{ id: 'email', name: 'email', type: 'email', maxLength: 254, required: true }}
            {...{ autocomplete: 'email', ...described }}
          />
        )}
      </Field>
      <input type="hidden" name="back" value={back} />
      <Button tone={providers.length > 0 ? 'plain' : 'main'}>{texts.sendLink}</Button>
    </form>
  )
}

/** Every way in that this installation has. */
export function SignInPage({ view, reader, told }: SignInProps & { told: string | undefined }) {
  const texts = reader.say(signInTexts)
  return (
    <section class="card sign-in">
      <h1>{texts.signIn}</h1>
      <Told text={told} />
      {view.providers.length > 0 && <ProviderButtons view={view} reader={reader} />}
      {view.providers.length > 0 && view.links === 'mailed' && <p class="or">{texts.or}</p>}
      {view.links === 'mailed' && <LinkForm view={view} reader={reader} />}
      {view.links === 'handed' && view.providers.length === 0 && <p>{texts.signInIntro}</p>}
    </section>
  )
}

interface LinkProps {
  reader: Reader
  token: string
  back: string
}

/** A link opened by a mail scanner must not sign anybody in: a person presses the button. */
export function SignInLinkPage({ reader, token, back }: LinkProps) {
  const texts = reader.say(signInTexts)
  return (
    <section class="card sign-in">
      <h1>{texts.signInLinkTitle}</h1>
      <p>{texts.signInLinkIntro}</p>
      <Action to="/sign-in/link" fields={{ token, back }}>
        {texts.signIn}
      </Action>
    </section>
  )
}
