/** The parts of Fjordlys's product, each with the team whose lead owns its themes. */
export const AREAS = {
  pairing: { name: 'Pairing and network', team: 'Engineering Devices' },
  app: { name: 'App', team: 'Engineering Apps' },
  heating: { name: 'Heating', team: 'Engineering Devices' },
  homes: { name: 'Homes and cabins', team: 'Product' },
  tariffs: { name: 'Tariffs and savings', team: 'Product' },
  billing: { name: 'Billing', team: 'Finance & People' },
  orders: { name: 'Orders and installation', team: 'Operations & Logistics' },
  help: { name: 'Help pages', team: 'Marketing' }
} as const

export type AreaKey = keyof typeof AREAS
