import { newSecret } from '../../lib/secret-token.ts'

/** Other than that of API keys: one kind of token is never looked for among the other. */
const PREFIX = 'lyttescim_'

/** 256 bits. */
export const newProvisioningToken = (): string => `${PREFIX}${newSecret(32)}`

export const isProvisioningToken = (token: string): boolean => token.startsWith(PREFIX)
