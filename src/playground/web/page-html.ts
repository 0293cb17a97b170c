const AT = '/playground/assets';

/** Its hash stands in the content security policy, so it is written into the page byte by byte. */
export const IMPORT_MAP = JSON.stringify({
  imports: {
    preact: `${AT}/preact.mjs`,
    'preact/hooks': `${AT}/hooks.mjs`,
    htm: `${AT}/htm.mjs`,
  },
});

const STYLES = [
  'theme',
  'layout',
  'history',
  'messages',
  'attachments',
  'controls',
  'dialogs',
  'phone',
];

export function pageHtml(cityName: string): string {
  return `<!doctype html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${escaped(cityName)}</title>
<link rel="icon" type="image/svg+xml" href="${AT}/icon.svg">
<link rel="preload" href="${AT}/vazirmatn.woff2" as="font" type="font/woff2" crossorigin>
${STYLES.map((name) => `<link rel="stylesheet" href="${AT}/${name}.css">`).join('\n')}
<script type="importmap">${IMPORT_MAP}</script>
<script type="module" src="${AT}/main.js"></script>
</head>
<body></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
