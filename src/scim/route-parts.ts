export interface ScimParts {
  /** The address that resources are found under. */
  base: string
}

/** For identity providers with a token; not part of the API's own description. */
export const config = { access: 'provisioning' } as const
export const schema = { hide: true } as const

export interface ById {
  Params: { id: string }
}
