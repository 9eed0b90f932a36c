/** linked: somebody in Slack has the person's address. waiting: it has not been looked up yet. */
export const LINK_STATES = ['linked', 'not_found', 'waiting'] as const
export type LinkState = (typeof LINK_STATES)[number]
