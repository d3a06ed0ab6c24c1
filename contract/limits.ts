/** The most characters of a prompt. */
export const MAX_PROMPT_CHARACTERS = 4000;
