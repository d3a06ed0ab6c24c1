export interface PageParts {
  readonly lang: string;
  readonly nonce: string;
  readonly styles: readonly string[];
  readonly script: string;
  /** Where the style may come from, as VS Code names it. */
  readonly cspSource: string;
}

/** The page of a run: nothing but our own style and script may load. */
export const pageHtml = ({ lang, nonce, styles, script, cspSource }: PageParts): string => `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
<title>BioQL</title>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
