import type { operations as english } from '../en/operations.ts'
import type { SameKinds } from '../say.ts'

export const operations: SameKinds<typeof english> = {
  'delivery-canary': () => ({
    title: 'Leveransprov',
    body: [
      'Lyttepost skickar detta till sig själv varje halvtimme för att se att meddelanden kommer fram. Du behöver inte göra något.'
    ]
  })
}
