'use strict';
// Puts the page together: choices at the top, figures below, and the address that holds both.
(function () {
  const { t } = say;
  const byId = (id) => document.getElementById(id);
  const SELECTS = ['city', 'district', 'period', 'weighting', 'among', 'place', 'measure', 'panel', 'rate', 'basis', 'scheme', 'lang'];
  const ALL = [overview, weighing, profiles, comparing, daily, multiples, mapping, alike, rests, revisions, funnels];
  // What a change touches; any other change touches all.
  const TOUCHES = { weights: [weighing], compare: [comparing], panel: [multiples], rate: [funnels], basis: [rests], day: [mapping], days: [daily, multiples], measure: [mapping], place: [mapping] };

  function fill(id, options, chosen) {
    const select = byId('choose-' + id), offered = JSON.stringify(options);
    if (!select) return;
    if (select.dataset.offered !== offered) {
      select.dataset.offered = offered;
      select.replaceChildren(...options.map((option) => {
        const element = document.createElement('option');
        element.value = option.id;
        element.textContent = option.title;
        return element;
      }));
    }
    select.value = chosen;
  }

  function render(change) {
    const keys = Object.keys(change || {});
    SELECTS.forEach((key) => fill(key, choices.options[key](), choices.chosen[key]));
    if (!model.cities.length) return;
    const parts = keys.length === 1 && TOUCHES[keys[0]] ? TOUCHES[keys[0]] : ALL;
    // Sections on the screen first; the others when the reader's hand is free.
    const isFirst = spoken === undefined, seen = parts.filter((part) => (isFirst ? part === overview : PLACES.get(part).some(figures.isSeen)));
    seen.forEach((part) => part.render());
    if (isFirst) figures.first(byId('overview'));
    figures.after(parts.filter((part) => !seen.includes(part)).map((part) => part.render).concat(speakAnew()));
  }
  const PLACES = new Map([[overview, ['overview']], [weighing, ['weights-chart']], [profiles, ['profile-chart']], [comparing, ['compare-chart']], [daily, ['series-chart']], [multiples, ['multiples-chart']], [mapping, ['map-chart']], [alike, ['peers-chart', 'similar-chart']], [rests, ['factors-chart']], [revisions, ['revisions-chart']], [funnels, ['funnel-chart']]]);

  // What is the same for every choice is said anew where the language changed.
  let spoken;
  function speakAnew() {
    if (spoken === say.lang()) return [];
    spoken = say.lang();
    return [names, facts, () => document.querySelectorAll('main table[data-fixed]').forEach((table) => tables.adopt(table))];
  }

  // What was evaluated, in the reader's language; the file says it in English.
  function facts() {
    document.title = t('pageTitle', { title: document.querySelector('h1').textContent, asOf: say.day(model.asOf) });
    const span = [...model.periods.values()].flat().find((p) => p.kind === 'span');
    byId('facts').textContent = say.t('facts', { count: model.units.size - model.cities.length, cities: say.list(model.cities.map(say.name)), first: span ? say.day(span.first) : '–', last: span ? say.day(span.last) : '–', asOf: say.day(model.asOf) });
  }

  // Every name on the page, in both languages, for the search.
  let found = new Map();
  function names() {
    const said = (u) => say.name(u) + (u.city ? ', ' + say.name(model.units.get(u.city)) : '');
    found = new Map([...model.units.values()].filter((u) => u.embedded).map((u) => [said(u), u.id]));
    byId('search-names').replaceChildren(...[...found.keys()].map((name) => { const option = document.createElement('option'); option.value = name; return option; }));
  }
  function search(words) {
    const asked = words.trim().toLocaleLowerCase();
    if (!asked) return;
    const units = [...model.units.values()].filter((u) => u.embedded);
    const is = (test) => units.find((u) => [u.name, u.zh, u.id].filter(Boolean).some((n) => test(n.toLocaleLowerCase())));
    const id = found.get(words.trim()) || (is((n) => n === asked) || is((n) => n.startsWith(asked)) || is((n) => n.includes(asked)) || {}).id;
    if (id) choices.choose({ district: id });
    const note = byId('choice-note');
    note.hidden = Boolean(id);
    note.textContent = id ? '' : say.t('searchNothing', { asked: words.trim() });
  }

  byId('search').addEventListener('change', (event) => search(event.target.value));
  byId('choices').addEventListener('submit', (event) => { event.preventDefault(); search(byId('search').value); });
  SELECTS.forEach((key) => { const select = byId('choose-' + key); if (select) select.addEventListener('change', () => choices.choose({ [key]: select.value })); });
  choices.onChange(render);

  // A section is part of the address beside the choices: the address of a section alone would lose them.
  function goTo(section) {
    const place = section && byId(section);
    if (!place) return;
    // What still waits to be drawn would push the section away.
    figures.upTo(place);
    if (place.tagName === 'DETAILS') place.open = true;
    place.scrollIntoView();
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link) return;
    const to = link.getAttribute('href');
    event.preventDefault();
    if (to.includes('=')) {
      // A link to a district keeps the reader where he is.
      const asked = new URLSearchParams(to.slice(1)), change = { district: asked.get('district') };
      if (asked.get('among')) change.among = asked.get('among');
      choices.choose(change);
      return;
    }
    history.pushState(null, '', choices.address({ at: to.slice(1) }));
    goTo(to.slice(1));
  });

  function follow() {
    const alone = location.hash.includes('=') ? '' : location.hash.slice(1);
    const section = choices.read() || alone;
    if (alone) history.replaceState(null, '', choices.address({ at: alone }));
    render();
    goTo(section);
  }
  window.addEventListener('hashchange', follow);
  follow();
})();
