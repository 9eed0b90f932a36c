/** Base of every refusal: something a client may be told, with a stable code and a sentence to act on. */
export abstract class Refusal extends Error {
  abstract readonly code: string
  abstract readonly status: number
  constructor(
    sentence: string,
    readonly details: unknown
  ) {
    super(sentence)
  }
}

export interface RefusalType<Details> {
  new (...details: Details extends undefined ? [] : [Details]): Refusal
  readonly code: string
  readonly status: number
}

/**
 * Declares one refusal: its code (capitals), its HTTP status and one sentence a person can act on.
 * The details travel to the client as they are, so put nothing in them that the caller may not see.
 *
 * @example
 * export const SwapNotFound = defineError<{ swapId: string }>('SWAP_NOT_FOUND', 404, 'There is no such swap.')
 */
export function defineError<Details = undefined>(
  code: string,
  status: number,
  sentence: string
): RefusalType<Details> {
  return class extends Refusal {
    static readonly code = code
    static readonly status = status
    readonly code = code
    readonly status = status
    constructor(...[details]: Details extends undefined ? [] : [Details]) {
      super(sentence, details)
      this.name = code
    }
  }
}
