import type { TakerReason } from '../engine/swap/taker-reasons.ts'

const SENTENCES: Record<TakerReason, (name: string) => string> = {
  'owes-hours': (name) => `${name} has been given less than their hours of these weeks.`,
  'has-their-share': (name) => `${name} has all their hours of these weeks already.`,
  'loves-it': (name) => `${name} loves this time.`,
  'rather-not': (name) => `${name} would rather not be on at this time.`,
  'ask-nicely': (name) => `Ask nicely: ${name} does not like this time.`,
  'unpopular-for-them': (name) => `For ${name} this is a weekend, a holiday or an odd hour.`,
  fairer: () => 'Shifts would be shared more evenly.',
  'less-fair': () => 'Shifts would be shared less evenly.'
}

export const sayReason = (reason: TakerReason, name: string): string => SENTENCES[reason](name)
