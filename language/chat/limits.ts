/** Amplitudes times gates, beyond which an answer leaves the outcomes to a run: some hundredths of a second of work. */
export const MAX_CHAT_WORK = 2 ** 22;
