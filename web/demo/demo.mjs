// Says on the page what the widget said of itself.
const facts = document.getElementById('facts');

addEventListener('broadsheet-ready', ({ detail }) => {
  const bytes = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/dist/'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  facts.textContent =
    `${detail.wordCount} words read, checked and rendered here, in this browser, ` +
    `by ${Math.round(bytes / 1024)} KB before compression.`;
});

addEventListener('broadsheet-error', ({ detail }) => {
  facts.textContent = `The article could not be shown: ${detail.code}, ${detail.message}`;
});
