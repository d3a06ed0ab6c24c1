/** The most characters of a prompt. */
export const MAX_PROMPT_CHARACTERS = 4000;

/** A longer traceback is cut by its sender: what counts is at its end. */
export const MAX_DIAGNOSTICS_CHARACTERS = 20_000;
