import type { Role } from '../../../words.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'

type Section = keyof (typeof settingsTexts)['en']['sections']
type Group = keyof (typeof settingsTexts)['en']['groups']

interface Entry {
  section: Section
  href: string
  icon: IconName
  roles: readonly Role[]
}

const both = ['hr', 'admin'] as const
const admin = ['admin'] as const

/** Every page of settings, with whom it is shown to; what it allows is the route's to say. Add yours here. */
const GROUPS: readonly [Group, readonly Entry[]][] = [
  [
    'work',
    [
      { section: 'planning', href: '/settings/planning', icon: 'plan', roles: both },
      { section: 'holidays', href: '/settings/holidays', icon: 'schedule', roles: admin },
      { section: 'areas', href: '/settings/areas', icon: 'learning', roles: both },
      { section: 'rates', href: '/settings/rates', icon: 'clock', roles: both }
    ]
  ],
  ['data', [{ section: 'retention', href: '/settings/retention', icon: 'remove', roles: both }]],
  [
    'links',
    [
      { section: 'provisioning', href: '/settings/provisioning', icon: 'person', roles: admin },
      { section: 'messages', href: '/settings/messages', icon: 'inbox', roles: admin },
      { section: 'slack', href: '/settings/slack', icon: 'team', roles: admin },
      { section: 'webhooks', href: '/settings/webhooks', icon: 'out', roles: admin },
      { section: 'keys', href: '/settings/keys', icon: 'key', roles: both },
      { section: 'jobs', href: '/settings/jobs', icon: 'settings', roles: admin }
    ]
  ]
]

/** All that holds for the company, in three groups. */
export function SettingsPage({ roles, reader }: { roles: ReadonlySet<Role>; reader: Reader }) {
  const texts = reader.say(settingsTexts)
  return (
    <>
      <PageHead title={texts.title} intro={texts.intro} />
      {GROUPS.map(([group, entries]) => {
        const shown = entries.filter((entry) => entry.roles.some((role) => roles.has(role)))
        return shown.length === 0 ? null : (
          <section key={group} class="stack-s" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{texts.groups[group]}</h2>
            <ul class="tiles">
              {shown.map(({ section, href, icon }) => (
                <li key={section} class="card setting">
                  <a href={href}>
                    <Icon name={icon} />
                    <span class="strong">{texts.sections[section]}</span>
                  </a>
                  <p class="soft small">{texts.about[section]}</p>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
