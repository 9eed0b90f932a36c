/** One sentence of an explanation as data, so that pages can say it in the reader's language. */
export interface AssignmentReason {
  /** Minutes still owed in the planned period before this shift was given. */
  owedMinutes: number
  /** Unpopular points of this shift, and those carried in from before. */
  unpopularPoints: number
  carriedUnpopular: number
  /** The wish cost of the shift for this person, 0 = fine. */
  wishCost: number
  /** How many others could sit here without breaking a rule. */
  otherTakers: number
  /** What the cheapest other person would have cost more, in score points; null when nobody else could. */
  nextBestExtraCost: number | null
}
