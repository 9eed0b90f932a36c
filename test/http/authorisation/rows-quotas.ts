import { all, type Row, type Subject, staff } from './row.ts'

const quotaOf = (holder: (subject: Subject) => object) => (subject: Subject) => ({
  ...holder(subject),
  hours: 4,
  weeks: 4,
  fromOn: '2027-06-01'
})

export const quotas: Record<string, Row | Row[]> = {
  endQuota: {
    body: () => ({ toOn: '2027-06-01' }),
    statuses: {
      ...staff([200, 200, 200, 404], [403, 403, 403, 403]),
      lead: [403, 403, 403, 404],
      otherLead: [403, 403, 403, 404]
    }
  },
  previewQuota: {
    body: quotaOf(({ teamId }) => ({ scope: 'team', teamId })),
    named: true,
    statuses: {
      ...staff([200, 200, 200, 404], [403, 403, 403, 403]),
      lead: [200, 200, 403, 404],
      otherLead: [403, 403, 200, 404]
    }
  },
  setQuota: [
    { body: quotaOf(() => ({ scope: 'organisation' })), statuses: { ...staff([201], [403]) } },
    {
      body: quotaOf(({ teamId }) => ({ scope: 'team', teamId })),
      named: true,
      statuses: {
        ...staff([201, 201, 201, 404], [403, 403, 403, 403]),
        lead: [201, 201, 403, 404],
        otherLead: [403, 403, 201, 404]
      }
    },
    {
      body: quotaOf(({ employeeId }) => ({ scope: 'person', employeeId })),
      named: true,
      statuses: {
        ...staff([201, 201, 201, 404], [403, 403, 403, 403]),
        lead: [201, 201, 403, 404],
        otherLead: [403, 403, 201, 404]
      }
    }
  ]
}

export const exemptions: Record<string, Row> = {
  listExemptions: { statuses: all(200) },
  readExemption: {
    statuses: {
      ...all(200, 200, 404, 404),
      otherLead: [200, 200, 200, 404],
      hr: [200, 200, 200, 404]
    }
  },
  askExemption: {
    body: ({ employeeId }) => ({ employeeId, fromOn: '2027-06-01', toOn: '2027-06-08', reason: 'role' }),
    named: true,
    statuses: {
      employee: [201, 404, 404, 404],
      lead: [201, 201, 404, 404],
      otherLead: [201, 404, 201, 404],
      hr: [201, 201, 201, 404],
      admin: [201, 404, 404, 404]
    }
  },
  approveExemption: {
    statuses: {
      employee: [403, 403, 404, 404],
      lead: [403, 200, 404, 404],
      otherLead: [403, 403, 200, 404],
      hr: [403, 200, 200, 404],
      admin: [403, 403, 404, 404]
    }
  },
  refuseExemption: {
    body: () => ({ reason: 'Not now' }),
    statuses: {
      employee: [403, 403, 404, 404],
      lead: [403, 200, 404, 404],
      otherLead: [403, 403, 200, 404],
      hr: [403, 200, 200, 404],
      admin: [403, 403, 404, 404]
    }
  },
  withdrawExemption: {
    statuses: {
      employee: [200, 404, 404, 404],
      lead: [200, 200, 404, 404],
      otherLead: [200, 404, 200, 404],
      hr: [200, 200, 200, 404],
      admin: [200, 404, 404, 404]
    }
  }
}
