// A hundred thousand cards, made of the six: what an archive page may hold.
const { items } = await (await fetch(new URL('recommande.json', import.meta.url))).json();
const cards = document.querySelector('broadsheet-cards');
const { layout, count = 100_000 } = Object.fromEntries(new URLSearchParams(location.search));
if (layout) cards.setAttribute('layout', layout);

cards.data = {
  lang: 'fr',
  title: 'Les archives',
  items: Array.from({ length: Number(count) }, (_, i) => {
    const { title, kicker, excerpt, image, readingTime } = items[i % items.length];
    return {
      id: `${i}`,
      url: `#${i}`,
      title: `${title} (${i + 1})`,
      kicker,
      excerpt,
      image,
      readingTime,
    };
  }),
};
