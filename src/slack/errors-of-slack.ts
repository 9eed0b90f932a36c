/** Slack asks us to wait: the whole workspace, whatever the message. */
export class SlackLimited extends Error {
  constructor(
    method: string,
    readonly retryAfterMs: number
  ) {
    super(`Slack asks us to wait ${retryAfterMs / 1000} s before ${method}.`)
  }
}

/** Slack does not answer, or takes nothing from us at all: a token that was revoked, a scope that is missing. */
export class SlackDown extends Error {}

/** Slack says no to this one request; `code` is its own word for why. */
export class SlackRefused extends Error {
  constructor(
    method: string,
    readonly code: string
  ) {
    super(`Slack refused ${method}: ${code}`)
  }
}
