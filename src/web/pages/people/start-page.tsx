import { LinkButton } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Badge, Note } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { startTexts } from '../../texts/start.ts'

export interface StartView {
  people: number
  hosts: readonly string[]
  hasQuota: boolean
  /** The first rotation by name. */
  rotation: { id: string; name: string } | null
  isPublished: boolean
}

interface Step {
  title: string
  hint: string
  href: string
  /** What stands already; null while it is to do. */
  done: string | null
}

/** Hosts that are named; who has more knows it. */
const MOST_NAMED = 5

function stepsOf({ people, hosts, hasQuota, rotation, isPublished }: StartView, reader: Reader): Step[] {
  const texts = reader.say(startTexts)
  const rotationHref = rotation ? `/plan/${rotation.id}` : '/plan/new'
  return [
    {
      title: texts.people,
      hint: texts.peopleHint,
      href: '/people/import',
      done: people > 1 ? texts.peopleDone(reader.number(people)) : null
    },
    {
      title: texts.hosts,
      hint: texts.hostsHint,
      href: '/people',
      done: hosts.length > 0 ? texts.hostsDone(hosts.slice(0, MOST_NAMED).join(', ')) : null
    },
    {
      title: texts.quota,
      hint: texts.quotaHint,
      href: '/team/quotas',
      done: hasQuota ? texts.quotaDone : null
    },
    {
      title: texts.rotation,
      hint: texts.rotationHint,
      href: rotationHref,
      done: rotation && texts.rotationDone(rotation.name)
    },
    {
      title: texts.publish,
      hint: texts.publishHint,
      href: rotationHref,
      done: isPublished ? texts.publishDone : null
    }
  ]
}

/** An empty installation, step by step to the first published rotation. */
export function StartPage({ view, reader }: { view: StartView; reader: Reader }) {
  const texts = reader.say(startTexts)
  const steps = stepsOf(view, reader)
  const next = steps.findIndex(({ done }) => done === null)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} />
      <ol class="stack-s">
        {steps.map(({ title, hint, href, done }, at) => (
          <li key={title} class={at === next ? 'card start-step now' : 'card start-step'}>
            <span class={done === null ? 'step-number' : 'step-number done'} aria-hidden="true">
              {done === null ? at + 1 : <Icon name="check" />}
            </span>
            <div class="stack-xs">
              <h2>
                <span class="visually-hidden">{texts.step(at + 1)}: </span>
                {title} {done !== null && <Badge tone="good">{texts.done}</Badge>}
              </h2>
              <p class="soft">{done ?? hint}</p>
            </div>
            <LinkButton href={href} tone={at === next ? 'main' : 'quiet'} about={title}>
              {done === null ? texts.go : texts.again}
            </LinkButton>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Shown to administrators above their first page until something is published. */
export function StartNote({ reader }: { reader: Reader }) {
  const texts = reader.say(startTexts)
  return (
    <Note>
      <p>{texts.note}</p>
      <p>
        <LinkButton href="/start">{texts.begin}</LinkButton>
      </p>
    </Note>
  )
}
