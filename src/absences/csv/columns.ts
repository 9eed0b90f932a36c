interface Column {
  readonly name: string
  readonly isRequired: boolean
  readonly description: string
}

/** The columns of an absence file, in the order we print them; a file may have them in any order. */
export const ABSENCE_COLUMNS = [
  { name: 'email', isRequired: true, description: 'Who is away; upper and lower case are the same.' },
  { name: 'from_on', isRequired: true, description: 'First day, such as 2027-07-05.' },
  { name: 'last_on', isRequired: false, description: 'Last day. Default: the first day.' },
  {
    name: 'from_part',
    isRequired: false,
    description: 'afternoon: the first day is off from the middle of the person’s hours. Default: all of it.'
  },
  {
    name: 'last_part',
    isRequired: false,
    description: 'morning: the last day is off until the middle of the person’s hours. Default: all of it.'
  },
  {
    name: 'kind',
    isRequired: false,
    description: 'leave, sick or other; only the person ever sees it again. Default: other.'
  }
] as const satisfies readonly Column[]

export type AbsenceColumn = (typeof ABSENCE_COLUMNS)[number]['name']
