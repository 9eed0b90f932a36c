/** The nine teams of Fjordlys, with their share of 120 people and who does what in them. */
export interface TeamPlan {
  readonly name: string
  readonly share: number
  readonly leadTitle: string
  readonly titles: readonly string[]
  /** People at an office of this team, in shares of Oslo, Stockholm, London and New York. */
  readonly at: readonly [number, number, number, number]
}

export const SUPPORT = 'Support'
export const FINANCE = 'Finance & People'
/** The team that finds it hardest to make room for shifts; its balance shows it. */
export const BEHIND = 'Sales'
/** Warehouse people work on the Nordic rotation only: their day ends when America's begins. */
export const LOGISTICS = 'Operations & Logistics'

export const TEAMS: readonly TeamPlan[] = [
  {
    name: SUPPORT,
    share: 20,
    leadTitle: 'Support Lead',
    titles: ['Support Specialist', 'Senior Support Specialist', 'Technical Support Specialist'],
    at: [7, 4, 5, 4]
  },
  {
    name: 'Product',
    share: 10,
    leadTitle: 'Head of Product Management',
    titles: ['Product Manager', 'Product Analyst', 'Technical Writer'],
    at: [5, 2, 2, 1]
  },
  {
    name: 'Engineering Apps',
    share: 20,
    leadTitle: 'Engineering Manager',
    titles: ['Software Engineer', 'Senior Software Engineer', 'Mobile Engineer', 'Site Reliability Engineer'],
    at: [9, 5, 4, 2]
  },
  {
    name: 'Engineering Devices',
    share: 16,
    leadTitle: 'Engineering Manager',
    titles: ['Firmware Engineer', 'Hardware Engineer', 'Radio Engineer', 'Test Engineer'],
    at: [9, 6, 1, 0]
  },
  {
    name: 'Design',
    share: 8,
    leadTitle: 'Design Lead',
    titles: ['Product Designer', 'UX Researcher', 'Industrial Designer'],
    at: [4, 2, 1, 1]
  },
  {
    name: BEHIND,
    share: 14,
    leadTitle: 'Sales Manager',
    titles: ['Account Manager', 'Partner Manager', 'Sales Representative', 'Sales Engineer'],
    at: [4, 3, 4, 4]
  },
  {
    name: 'Marketing',
    share: 9,
    leadTitle: 'Marketing Lead',
    titles: ['Content Editor', 'Campaign Manager', 'Brand Designer', 'Market Analyst'],
    at: [3, 1, 3, 2]
  },
  {
    name: FINANCE,
    share: 10,
    leadTitle: 'Finance Manager',
    titles: ['Accountant', 'Controller', 'Payroll Specialist', 'Office Manager', 'Recruiter'],
    at: [5, 1, 2, 2]
  },
  {
    name: LOGISTICS,
    share: 13,
    leadTitle: 'Operations Manager',
    titles: ['Logistics Coordinator', 'Warehouse Associate', 'Supply Planner', 'Quality Technician'],
    at: [6, 4, 3, 0]
  }
]

export const EXECUTIVES = [
  { title: 'Chief Executive Officer', team: FINANCE },
  { title: 'Chief Technology Officer', team: 'Engineering Apps' },
  { title: 'Chief Product Officer', team: 'Product' },
  { title: 'Chief Financial Officer', team: FINANCE },
  { title: 'Chief Commercial Officer', team: BEHIND }
] as const

/** Splits a number in proportion to the shares, the largest remainders rounded up, so that the parts add up to it. */
export function split(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  const exact = shares.map((share) => (total * share) / sum)
  const parts = exact.map(Math.floor)
  const missing = total - parts.reduce((all, part) => all + part, 0)
  const byRemainder = exact.map((value, at) => [value - parts[at]!, at] as const).sort((a, b) => b[0] - a[0])
  for (const [, at] of byRemainder.slice(0, missing)) parts[at]! += 1
  return parts
}
