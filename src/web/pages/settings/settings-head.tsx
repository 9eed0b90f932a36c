import type { ComponentChildren } from 'preact'
import { PageHead } from '../../components/page-head.tsx'
import { Told } from '../../components/told.tsx'
import type { Reader } from '../../reader.ts'
import { settingsTexts } from '../../texts/settings.ts'

interface HeadProps {
  title: string
  intro?: string
  told?: string | undefined
  /** Where one level up is; left out: all settings. */
  back?: { href: string; label: string }
  reader: Reader
  children?: ComponentChildren
}

/** The heading of a page of settings, with the way back to all of them. */
export function SettingsHead({ title, intro, told, back, reader, children }: HeadProps) {
  const up = back ?? { href: '/settings', label: reader.say(settingsTexts).title }
  return (
    <>
      <PageHead title={title} intro={intro} back={up}>
        {children}
      </PageHead>
      <Told text={told} />
    </>
  )
}
