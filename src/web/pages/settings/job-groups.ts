import type { jobNameTexts } from '../../texts/job-names.ts'

export type JobName = keyof (typeof jobNameTexts)['en']

/** All jobs by what somebody looks for; within a group those first that people notice first. */
export const JOB_GROUPS = {
  telling: [
    'deliver-notices',
    'remind-of-shifts',
    'tell-of-gaps',
    'tell-of-expired-swaps',
    'nudge-to-hand-in',
    'learning-digests',
    'put-themes-before-leaders',
    'send-canary'
  ],
  beside: ['deliver-webhooks', 'tell-who-is-on', 'link-slack-people', 'refresh-calendars'],
  keeping: ['end-employments', 'record-no-shows', 'close-periods', 'open-decay-review'],
  sums: [
    'keep-person-days',
    'keep-theme-sums',
    'keep-period-counts',
    'keep-long-absences',
    'keep-draft-outlooks',
    'keep-seat-shares'
  ],
  forgetting: [
    'forget-old-data',
    'keep-erasure-list',
    'forget-old-activity',
    'forget-old-deliveries',
    'forget-old-keys',
    'forget-old-runs',
    'forget-old-slack',
    'forget-spent-sign-ins'
  ]
} as const satisfies Record<string, readonly JobName[]>

export type JobGroup = keyof typeof JOB_GROUPS
