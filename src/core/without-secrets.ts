/** A text without what may be secret in it: the user part and the query of addresses, and API keys. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/(\w+:\/\/)[^\s/@"]*@/g, '$1')
    .replace(/(\w+:\/\/[^\s?#"]*)[?#][^\s"]*/g, '$1')
    .replace(/bioql_\w+/g, 'bioql_…');
