import type { OidcSettings } from '../../oidc-config.ts'
import { ProviderNotFound } from './errors.ts'
import { openProvider, type Provider } from './provider.ts'

/** The ways in by other people's sign-in services, in the order of their buttons. */
export interface Providers {
  all: readonly Provider[]
  /** @throws {ProviderNotFound} */
  named: (name: string) => Provider
  /** Asks those of which nothing is known or who did not answer; never throws. The answer may be waited for or not. */
  look: (now: Date) => Promise<void>
}

/** The providers of the settings. Nothing is asked of them before somebody looks or signs in. */
export function openProviders(settings: readonly OidcSettings[], log: (line: string) => void): Providers {
  const all = settings.map((one) => openProvider(one, log))
  return {
    all,
    named: (name) => {
      const provider = all.find((one) => one.settings.name === name)
      if (!provider) throw new ProviderNotFound({ provider: name })
      return provider
    },
    look: async (now) => {
      await Promise.all(all.map((provider) => provider.look(now)))
    }
  }
}
