/** Preloaded into a child process: stops its clock at the instant in FROZEN_AT. */
const frozenAt = Date.parse(process.env.FROZEN_AT ?? '')

globalThis.Date = class extends Date {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [frozenAt] : given) as [number]))
  }
  static override now(): number {
    return frozenAt
  }
} as DateConstructor
