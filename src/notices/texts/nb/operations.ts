import type { operations as english } from '../en/operations.ts'
import type { SameKinds } from '../say.ts'

export const operations: SameKinds<typeof english> = {
  'delivery-canary': () => ({
    title: 'Leveringsprøve',
    body: [
      'Lyttepost sender dette til seg selv hver halvtime for å se at varsler kommer frem. Du trenger ikke gjøre noe.'
    ]
  })
}
