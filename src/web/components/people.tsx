/** Names on a shift, hosts first and marked. */
export function People({ people }: { people: { employeeId: string; name: string; isHost: boolean }[] }) {
  const hostsFirst = people.toSorted((a, b) => Number(b.isHost) - Number(a.isHost))
  return (
    <ul class="people">
      {hostsFirst.map(({ employeeId, name, isHost }) => (
        <li key={employeeId} class={isHost ? 'person host' : 'person'}>
          {name}
        </li>
      ))}
    </ul>
  )
}
