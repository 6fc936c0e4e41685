'use strict';
// What the reader has chosen. The address holds all of it, so that a link shows another reader the same.
const choices = (function () {
  const chosen = {};
  const KEYS = ['city', 'district', 'period', 'weighting', 'among', 'place', 'measure', 'compare', 'panel', 'rate', 'basis', 'weights', 'day', 'days', 'scheme', 'lang'];
  const SCHEMES = ['device', 'light', 'dark'];
  const listeners = [];
  const MOST_COMPARED = 4;

  const embedded = (id) => model.units.has(id) && model.units.get(id).embedded;
  const cities = () => model.cities.map((c) => ({ id: c.id, title: say.name(c) }));
  const districts = () => (model.districts.get(chosen.city) || []).filter((d) => d.embedded).map((d) => ({ id: d.id, title: say.name(d) }))
    .concat(model.units.has(chosen.city) ? [{ id: chosen.city, title: say.t('wholeOf', { name: say.name(model.units.get(chosen.city)) }) }] : []);
  const periodTitle = (p) => say.t('periodOf', { title: p.kind === 'span' ? say.t('wholeSpan') : p.kind === 'wave' && /\d+$/.test(p.id) ? say.t('waveTitle', { number: p.id.match(/\d+$/)[0] }) : p.title, first: say.day(p.first), last: say.day(p.last) });
  const periods = () => (model.periods.get(chosen.city) || []).map((p) => ({ id: p.id, title: periodTitle(p) }));
  const weightings = () => model.weightings.map((w) => ({ id: w, title: say.id('weighting', w) }));

  function groupTitle(id) {
    if (id === 'cities' || id === 'all') return say.t(id === 'cities' ? 'groupCities' : 'groupAll');
    if (model.units.has(id)) return say.t('groupDistricts', { name: say.name(model.units.get(id)) });
    return id.charAt(0).toUpperCase() + id.slice(1).replace(/_/g, ' ');
  }
  const hasRanks = (group) => [...model.groups.values()].some((g) => g.group === group);
  const among = () => (hasRanks('cities') ? ['cities'] : []).concat(hasRanks(chosen.city) ? ['own'] : [], model.furtherGroups)
    .map((id) => ({ id, title: groupTitle(id === 'own' ? chosen.city : id) }));
  const group = () => (chosen.among === 'own' ? chosen.city : chosen.among);

  const OPTIONS = { city: cities, district: districts, period: periods, weighting: weightings, among,
    place: () => ['own', 'cities', 'all'].map((id) => ({ id, title: id === 'own' ? say.t('mapOwn') : groupTitle(id) })), measure: () => mapping.measures(), panel: () => multiples.panels(), rate: () => funnels.measures(), basis: () => rests.groups(), scheme: () => SCHEMES.map((id) => ({ id, title: say.id('scheme', id) })), lang: () => [{ id: 'en', title: 'English' }, { id: 'zh', title: '中文' }] };
  const OF_A_CITY = ['period', 'among', 'measure'];

  const first = (options, id) => (options.some((o) => o.id === id) ? id : options.length ? options[0].id : '');

  // A choice that the city does not have falls back to the first it has.
  function settle() {
    for (const key of ['district', 'period', 'weighting', 'among', 'place', 'measure', 'panel', 'rate', 'basis', 'scheme']) chosen[key] = first(OPTIONS[key](), chosen[key]);
  }

  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    KEYS.forEach((key) => { if (asked.has(key)) chosen[key] = asked.get(key); else if (['compare', 'weights', 'day', 'days'].includes(key)) delete chosen[key]; });
    chosen.lang = chosen.lang || (/^zh/.test(navigator.language) ? 'zh' : 'en');
    if (!['en', 'zh'].includes(chosen.lang)) chosen.lang = 'en';
    say.speak(chosen.lang);
    paint();
    const notes = [];
    const home = embedded(asked.get('district')) ? model.units.get(asked.get('district')) : undefined;
    // A district decides its city, whatever city was asked for.
    if (home) chosen.city = home.city || home.id;
    if (!model.units.has(chosen.city) || model.units.get(chosen.city).city !== undefined) {
      if (asked.get('city')) notes.push('city');
      chosen.city = model.cities.length ? model.cities[0].id : '';
    }
    if (home && !asked.has('among')) chosen.among = home.city && hasRanks(home.city) ? 'own' : 'cities';
    settle();
    for (const key of ['district', 'period', 'weighting', 'among', 'place', 'measure', 'panel', 'rate', 'basis', 'scheme']) {
      if (asked.get(key) && asked.get(key) !== chosen[key]) notes.push(key);
    }
    const strangers = compared().filter((id) => !embedded(id));
    if (strangers.length) chosen.compare = compared().filter(embedded).join(',');
    const said = notes.map((key) => say.t(OF_A_CITY.includes(key) ? 'unknownForCity' : 'unknown', { kind: say.t('kind_' + key), asked: asked.get(key), city: titleOf('city'), shown: titleOf(key) }))
      .concat(strangers.map((id) => say.t('unknown', { kind: say.t('kind_district'), asked: id, shown: compared().map((d) => say.name(model.units.get(d))).join(', ') || say.t('nobody') })));
    if (chosen.days && !range.read(chosen.days)) {
      said.push(say.t('unknown', { kind: say.t('kind_days'), asked: chosen.days, shown: say.t('everyDay') }));
      delete chosen.days;
    }
    tell(said.join(' '));
    return asked.get('at');
  }

  function titleOf(key) {
    const found = OPTIONS[key]().find((o) => o.id === chosen[key]);
    return found ? found.title : say.t('nobody');
  }
  function tell(words) {
    const note = document.getElementById('choice-note');
    note.textContent = words;
    note.hidden = !words;
  }

  function address(more) {
    const all = Object.assign({}, chosen, more), asked = new URLSearchParams();
    KEYS.concat('at').forEach((key) => { if (all[key]) asked.set(key, all[key]); });
    return '#' + asked.toString();
  }

  function choose(change) {
    const before = Object.assign({}, chosen);
    Object.assign(chosen, change);
    if (change.district && model.units.has(change.district)) {
      const unit = model.units.get(change.district);
      chosen.city = unit.city || unit.id;
      if (!change.among && chosen.among !== 'all') chosen.among = unit.city && hasRanks(unit.city) ? 'own' : 'cities';
    } else if (change.city && change.city !== before.city) {
      delete chosen.district;
    }
    if (change.lang) say.speak(change.lang);
    if (change.scheme) paint();
    settle();
    tell('');
    history.replaceState(null, '', address());
    listeners.forEach((listener) => listener(change));
  }

  // Light or dark by the reader's word; without one by the device's.
  function paint() {
    const root = document.documentElement;
    if (SCHEMES.includes(chosen.scheme) && chosen.scheme !== SCHEMES[0]) root.dataset.scheme = chosen.scheme;
    else delete root.dataset.scheme;
    charts.fresh();
  }

  const compared = () => (chosen.compare || '').split(',').filter(Boolean).slice(0, MOST_COMPARED);
  const period = () => model.periodOf(chosen.city, chosen.period);

  return { chosen, read, choose, address, options: OPTIONS, group, groupTitle, compared, embedded, period, periodTitle, titleOf, hasRanks, MOST_COMPARED, onChange: (l) => listeners.push(l) };
})();
