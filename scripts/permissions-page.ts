import { PERMISSIONS, STANDINGS } from '../src/permissions.ts'

/** src/permissions.md, from the table that the house itself asks. */
export function permissionsPage(): string {
  const rows = Object.values(PERMISSIONS).map(
    ({ what, who }) => `| ${what} | ${who.map((standing) => STANDINGS[standing]).join(', ')} |`
  )
  return `# Who may do what

Made by \`npm run permissions\` from \`src/permissions.ts\`, which the house itself asks. Whoever may not know of an object is
told that there is none (404). Who may call which operation at all stands in \`test/http/authorisation\`, for every operation
and every kind of person.

| what | who |
|---|---|
${rows.join('\n')}

A person's own alone, whoever else asks: notices and their settings, the kind of an absence, why they wish what they wish,
what a leader guessed, moods, calendar addresses, API keys, sessions (administrators see where somebody is signed in and end
it). Nobody gives themselves a role: administrators give and take \`hr\` and \`admin\`, and one of them always stays.
`
}
