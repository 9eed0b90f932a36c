import type { CardRow } from './queries/cards.ts'

/** What a card says, or leaves to the rotation's own. */
export interface CardWords {
  thingsToKnow: string[]
  quietJob: string | null
  openingCall: string | null
  question: string | null
}

/** A card as it was written, with who wrote it last. */
export interface WrittenCard extends CardWords {
  /** To be given back by whoever changes it; 0 for one that nobody has written yet. */
  revision: number
  changedAt: Date | null
  changedBy: { id: string; name: string | null } | null
}

const BLANK: WrittenCard = {
  ...{ thingsToKnow: [], quietJob: null, openingCall: null, question: null },
  ...{ revision: 0, changedAt: null, changedBy: null }
}

/** A row as a card; one that nobody has written is blank. */
export function writtenCard(row: CardRow | undefined): WrittenCard {
  if (!row) return BLANK
  const { thingsToKnow, quietJob, openingCall, question, revision, changedAt } = row
  const changedBy = row.changedById === null ? null : { id: row.changedById, name: row.changedByName }
  return { thingsToKnow, quietJob, openingCall, question, revision, changedAt, changedBy }
}

/** What the people of a shift read: the shift's own words where it has some, else the rotation's. */
export function cardOf(ofRotation: CardWords, ofShift: CardWords): CardWords {
  return {
    thingsToKnow: ofShift.thingsToKnow.length > 0 ? ofShift.thingsToKnow : ofRotation.thingsToKnow,
    quietJob: ofShift.quietJob ?? ofRotation.quietJob,
    openingCall: ofShift.openingCall ?? ofRotation.openingCall,
    question: ofShift.question ?? ofRotation.question
  }
}
