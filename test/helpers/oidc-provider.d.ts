/** The little that our tests use of a package without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Client {
    backchannelLogout: (subject: string, sid?: string) => Promise<void>
  }
  interface Interaction {
    prompt: { name: string }
  }
  interface Grant {
    addOIDCScope: (scope: string) => void
    save: () => Promise<string>
  }
  class Provider {
    constructor(issuer: string, configuration: object)
    Client: { find: (clientId: string) => Promise<Client> }
    Grant: new (about: {
      accountId: string
      clientId: string
    }) => Grant
    callback: () => (request: IncomingMessage, response: ServerResponse) => void
    interactionDetails: (request: IncomingMessage, response: ServerResponse) => Promise<Interaction>
    interactionFinished: (
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission: boolean }
    ) => Promise<void>
    on: (event: string, listener: (...facts: unknown[]) => void) => void
  }

  // biome-ignore lint/style/noDefaultExport: it is what the package exports
  export { Provider as default }
}
