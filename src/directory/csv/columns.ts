interface Column {
  readonly name: string
  readonly isRequired: boolean
  /** For README and `lyttepost import --help`. */
  readonly description: string
}

/**
 * The columns of an employee file, in the order we print them; a file may have them in any order.
 * UTF-8, first line the header, `,` or `;` between fields, `"` around a field that holds one of them.
 *
 * A column that is not in the file: a new person gets the default, a known person keeps what is stored.
 * A cell that is empty in a column that is in the file: everybody on that line gets the default.
 */
export const EMPLOYEE_COLUMNS = [
  { name: 'name', isRequired: true, description: 'Full name, at most 200 characters.' },
  {
    name: 'email',
    isRequired: true,
    description: 'Who the person is: upper and lower case are the same, and each address comes once.'
  },
  { name: 'title', isRequired: false, description: 'Job title. Default: none.' },
  { name: 'level', isRequired: false, description: 'staff, lead or executive. Default: staff.' },
  { name: 'team', isRequired: true, description: 'Name of the team; a team not known yet is made.' },
  {
    name: 'manager_email',
    isRequired: false,
    description: 'The manager, who is in this file or known already. Default: nobody.'
  },
  { name: 'time_zone', isRequired: true, description: 'IANA name, such as Europe/Oslo.' },
  { name: 'country', isRequired: true, description: 'Two letters, such as NO; decides public holidays.' },
  {
    name: 'region',
    isRequired: false,
    description: 'Part of the country with public holidays of its own, such as BY in Germany. Default: none.'
  },
  {
    name: 'working_days',
    isRequired: false,
    description: 'Days of the week, Monday is 1: 1-5, or 1 2 3, or 1-3 5. Default: 1-5.'
  },
  { name: 'work_start', isRequired: false, description: 'Local time, such as 08:00. Default: 08:00.' },
  {
    name: 'work_end',
    isRequired: false,
    description: 'Local time; at or before work_start it is on the next day. Default: 17:00.'
  },
  {
    name: 'fte_percent',
    isRequired: false,
    description: 'Share of full time, 1 to 100. Hours due follow it. Default: 100.'
  },
  { name: 'joined_on', isRequired: true, description: 'First day, such as 2024-08-19.' },
  {
    name: 'leaves_on',
    isRequired: false,
    description: 'Last day, such as 2027-06-30. Default: stays.'
  },
  {
    name: 'host',
    isRequired: false,
    description: 'yes when customer support is the job, else no. Default: no.'
  },
  {
    name: 'readiness',
    isRequired: false,
    description: 'in_training, shadowing or ready. Default: ready.'
  },
  { name: 'locale', isRequired: false, description: 'Language of notices: en, nb or sv. Default: en.' },
  {
    name: 'leads',
    isRequired: false,
    description: 'Names of the teams the person leads, with | between. Default: none.'
  }
] as const satisfies readonly Column[]

export type ColumnName = (typeof EMPLOYEE_COLUMNS)[number]['name']
