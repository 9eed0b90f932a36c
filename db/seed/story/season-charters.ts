import type { AreaKey } from '../learnings/areas.ts'

/** A goal of a season at Fjordlys, and the part of the product whose themes show something for it, if any does. */
export interface CharterGoal {
  readonly goal: string
  readonly measure: string
  readonly strategyLine: string
  readonly area?: AreaKey
}

/** Of the season before, the running one and the next. */
export const CHARTERS: readonly (readonly CharterGoal[])[] = [
  [
    {
      goal: 'The app tells the truth about the house',
      measure: 'Half as many learnings about the app as in the season before',
      strategyLine: 'Warm homes without thinking of it',
      area: 'app'
    },
    {
      goal: 'Bills explain themselves',
      measure: 'A third fewer customers who ask what is on a bill',
      strategyLine: 'Nothing to hide',
      area: 'billing'
    },
    {
      goal: 'Everybody has met a customer',
      measure: 'Nine of ten people with a shift in the season',
      strategyLine: 'Near the people who pay us'
    }
  ],
  [
    {
      goal: 'A new hub pairs at the first attempt',
      measure: 'Half as many learnings about pairing and the network as in the season before',
      strategyLine: 'Warm homes without thinking of it',
      area: 'pairing'
    },
    {
      goal: 'Savings that customers believe',
      measure: 'No learning about tariffs waits longer than 30 days for an answer',
      strategyLine: 'Nothing to hide',
      area: 'tariffs'
    },
    {
      goal: 'Leaders do their shifts like everybody',
      measure: 'The share of hours done by leaders is that of everybody',
      strategyLine: 'Near the people who pay us'
    }
  ],
  [
    {
      goal: 'An electrician comes when one was promised',
      measure: 'A quarter of the no-shows that customers tell of today',
      strategyLine: 'Promises are kept'
    },
    {
      goal: 'Help pages that are right',
      measure: 'No learning about a page older than the product',
      strategyLine: 'Warm homes without thinking of it'
    }
  ]
]

/** What leaders name as pains beside the parts of the product. */
export const PAINS: readonly string[] = [
  'Waiting on the telephone',
  'Customers cannot find us',
  'Prices going up',
  'Electricians who do not come',
  'Deliveries'
]
