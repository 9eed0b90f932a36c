import { hueOf } from './hue.ts'

interface OnShift {
  employeeId: string
  name: string
  isHost: boolean
}

const initialsOf = (name: string) => {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase()
}

/** A person as a small round picture: their initials, always in the same colour. */
export function Avatar({ id, name, large = false }: { id: string; name: string; large?: boolean }) {
  return (
    <span class={`avatar hue-${hueOf(id)}${large ? ' large' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** Names on a shift, hosts first and marked. `hostWord` says what the mark means. */
export function People({ people, hostWord }: { people: readonly OnShift[]; hostWord: string }) {
  const hostsFirst = people.toSorted((a, b) => Number(b.isHost) - Number(a.isHost))
  return (
    <ul class="people">
      {hostsFirst.map(({ employeeId, name, isHost }) => (
        <li key={employeeId} class={isHost ? 'person host' : 'person'}>
          <Avatar id={employeeId} name={name} />
          <span>
            {name}
            {isHost && <span class="soft"> · {hostWord}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
