/** The standard normal quantile of 97.5%, for an interval that holds 95 times of 100. */
const Z = 1.959963984540054

/**
 * Gives the 95% confidence interval of a share, by the score interval of Wilson: E. B. Wilson, "Probable inference, the
 * law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927) 209-212. It
 * keeps its promise for small samples and shares near 0 or 1, where the textbook interval does not (Brown, Cai and
 * DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001) 101-133). No sample says
 * nothing: 0 to 1. Shares are 0 to 1; whole numbers with 0 <= yes <= sample, else a RangeError.
 *
 * @example
 * const { low, high } = wilsonInterval(45, 60)
 * const percents = [low, high].map((share) => (100 * share).toFixed(1))
 * percents
 * //=> ['62.8', '84.2']
 */
export function wilsonInterval(yes: number, sample: number): { low: number; high: number } {
  if (!Number.isInteger(yes) || !Number.isInteger(sample) || yes < 0 || yes > sample) {
    throw new RangeError(`${yes} of ${sample} is no share`)
  }
  if (sample === 0) return { low: 0, high: 1 }
  const share = yes / sample
  const square = Z * Z
  const centre = (share + square / (2 * sample)) / (1 + square / sample)
  const half =
    (Z * Math.sqrt((share * (1 - share)) / sample + square / (4 * sample * sample))) / (1 + square / sample)
  // At the ends the formula is exact but its arithmetic is not.
  return { low: yes === 0 ? 0 : centre - half, high: yes === sample ? 1 : centre + half }
}
