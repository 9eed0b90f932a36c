import type { Say } from '../say.ts'

export const operations = {
  'delivery-canary': () => ({
    title: 'Delivery check',
    body: [
      'Lyttepost sends this to itself every half hour, to see that notices arrive. There is nothing to do.'
    ]
  })
} satisfies Record<string, Say>
