import type { Random } from '../random.ts'
import { NAMES, type Origin } from './names.ts'

export interface Name {
  readonly name: string
  readonly email: string
}

/** Letters that do not come apart into a base letter and an accent, written as their bearers write them in addresses. */
const ASCII: Record<string, string> = { æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ß: 'ss' }

/**
 * Draws names so that no two people share an address. Where a pool of names is used up, people get a second last name,
 * and when those are used up a number, so that a company may be of any size.
 */
export function nameDrawer(random: Random, origins: readonly (readonly [Origin, number])[]) {
  return (taken: Set<string>): Name => {
    for (let attempt = 0; ; attempt++) {
      const pool = NAMES[random.weighted(origins)]
      const first = random.pick<string>(pool.first)
      const last = random.pick<string>(pool.last)
      const second = attempt < 12 ? '' : ` ${random.pick<string>(pool.last)}`
      const number = attempt < 60 ? '' : `${taken.size}`
      if (second.trim() === last) continue
      const name = `${first} ${last}${second}`
      const email = `${asciiOf(name)}${number}@fjordlys.example`
      if (taken.has(email)) continue
      taken.add(email)
      return { name, email }
    }
  }
}

function asciiOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[æøłđß]/g, (letter) => ASCII[letter]!)
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z]+/g, '.')
}
