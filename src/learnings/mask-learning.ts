import { maskPersonalData, type PersonalData } from '../engine/insight/mask-personal-data.ts'

export const MASKED_FIELDS = ['triedTo', 'obstacle', 'customerWords', 'action'] as const

type Field = (typeof MASKED_FIELDS)[number]
type Texts = Partial<Record<Field, string>>

export interface MaskedField {
  field: Field
  kinds: PersonalData[]
}

/** The free texts of a learning without obvious personal data, and where some was found. */
export function maskLearning(
  learning: {
    [Of in Field]?: string | null
  }
): { texts: Texts; masked: MaskedField[] } {
  const texts: Texts = {}
  const masked: MaskedField[] = []
  for (const field of MASKED_FIELDS) {
    const written = learning[field]
    if (written === undefined || written === null) continue
    const { text, masked: kinds } = maskPersonalData(written)
    texts[field] = text
    if (kinds.length > 0) masked.push({ field, kinds })
  }
  return { texts, masked }
}
