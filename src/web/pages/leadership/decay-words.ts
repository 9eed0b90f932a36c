import type { DecayWatch } from '../../../decay/read-decay-watch.ts'
import type { DecayFigures } from '../../../engine/insight/worsening-signs.ts'
import type { Reader } from '../../reader.ts'
import { decayTexts } from '../../texts/decay.ts'

export interface DecayView {
  watch: DecayWatch
  /** Those whom a review can be handed to, and who may answer it. */
  owners: readonly { id: string; name: string }[]
  me: string
}

export type Figure = keyof DecayFigures

/** A figure of the watch in words: shares as percent, the rest as it is. */
export function figureInWords(figure: Figure, value: number | null, reader: Reader): string {
  if (value === null) return reader.say(decayTexts).unknown
  return figure.endsWith('Share') ? reader.percent(value) : reader.number(value)
}

/** "2027 Q1". */
export const quarterName = ({ fromOn }: { fromOn: string }, reader: Reader): string =>
  reader.say(decayTexts).quarter(fromOn.slice(0, 4), Math.ceil(Number(fromOn.slice(5, 7)) / 3))
