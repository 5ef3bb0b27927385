/** MAX_SIZE of Bitcoin Core's serialize.h: no count and no length is above it. */
export const MAX_SERIALIZED_SIZE = 0x200_0000
