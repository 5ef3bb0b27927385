import { setFlagsFromString } from 'node:v8'

/**
 * V8 answers many young objects, such as those of a start, with a space for them of up to 32 MiB,
 * which it keeps and uses all of. So it grows no further. No collection of ours could keep it small:
 * none can run between the tiny frames of one read. The smaller it is, the sooner, so first of all.
 */
setFlagsFromString('--semi-space-growth-factor=1')
