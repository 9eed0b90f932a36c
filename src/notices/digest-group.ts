/** Stands for all groups that come in digests, in the address that turns off a digest. */
export const DIGEST_GROUP = 'digest'
