interface Column {
  readonly name: string
  readonly isRequired: boolean
  readonly description: string
}

/** The columns of a CSAT file. There are none for who answered or what they wrote: that stays where it is. */
export const CSAT_COLUMNS = [
  {
    name: 'reference',
    isRequired: true,
    description: 'The answer’s number in your survey tool: letters, digits and . _ : / - up to 64.'
  },
  { name: 'answered_on', isRequired: true, description: 'The day of the answer, such as 2027-03-02.' },
  {
    name: 'score',
    isRequired: true,
    description: '1 to 5; 4 and 5 count as well served. Convert other scales before.'
  }
] as const satisfies readonly Column[]

export type CsatColumn = (typeof CSAT_COLUMNS)[number]['name']
