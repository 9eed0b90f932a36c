import t from 'tap'
import { quantile } from '../../scripts/faults/load.ts'
import { type Sample, slope } from '../../scripts/faults/memory.ts'

const sample = (minutes: number, heap: number): Sample => ({ minutes, heap, resident: heap * 2 })
const heapOf = ({ heap }: Sample) => heap

t.test('the slope is what is held more each minute, whatever single samples do', async (t) => {
  t.equal(slope([sample(0, 50), sample(1, 50), sample(2, 50)], heapOf), 0)
  const leaking = [0, 1, 2, 3, 4].map((minutes) => sample(minutes, 50 + 0.25 * minutes))
  t.equal(slope(leaking, heapOf), 0.25)
  t.equal(
    slope(leaking, ({ resident }) => resident),
    0.5
  )
  const jumping = [sample(0, 52), sample(1, 48), sample(2, 50), sample(3, 48), sample(4, 52)]
  t.equal(slope(jumping, heapOf), 0)
  t.equal(slope([sample(3, 50)], heapOf), 0, 'one sample has no slope')
})

t.test('a quantile is a value that was seen, in whatever order they came', async (t) => {
  t.equal(quantile([5, 1, 4, 2, 3], 0.5), 3)
  t.equal(quantile([5, 1, 4, 2, 3], 1), 5)
  t.equal(quantile([], 0.99), 0)
})
