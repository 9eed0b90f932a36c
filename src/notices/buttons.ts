/** What a notice can be answered with where it is read. Slack calls the use cases behind them (`src/slack/acts.ts`). */
export const BUTTON_ACTS = [
  'swap.accept',
  'swap.decline',
  'swap.approve',
  'seat.take',
  'hours.confirm',
  'learning.write',
  'learning.nothing'
] as const
export type ButtonAct = (typeof BUTTON_ACTS)[number]

export interface PartButton {
  act: ButtonAct
  /** In the reader's words. */
  label: string
  /** Id of what it is about. */
  about: string
}
