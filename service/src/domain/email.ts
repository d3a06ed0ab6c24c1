const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** An account's name: its e-mail address in lower case. `undefined` when the text is not an address. */
export function parseEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  return email.length <= 254 && EMAIL.test(email) ? email : undefined;
}
