'use strict';
// Keeps the choices, fills sentences and tables, and redraws the charts. All words come from the page's data.
(function () {
  const model = JSON.parse(document.getElementById('model').textContent);
  const choice = {};
  const drawn = new Map();
  const chooseable = new Set(Object.values(model.cities).flatMap((city) => city.districts.map((d) => d.id)));
  const byId = (id) => document.getElementById(id);

  // What each choice can be; what was asked for and is none of it is said, never replaced in silence.
  const KINDS = { city: 'city', district: 'district', period: 'period', weighting: 'weighting', measure: 'measure to map', group: 'group', basis: 'group of ranks' };

  const OF_A_CITY = ['period', 'measure'];

  function fromFragment() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const cities = Object.keys(model.cities);
    const home = cities.find((id) => model.cities[id].districts.some((d) => d.id === asked.get('district')));
    choice.city = home || (model.cities[asked.get('city')] ? asked.get('city') : choice.city || cities[0]);
    choice.weighting = known(model.weightings, asked.get('weighting') || choice.weighting);
    choice.district = asked.get('district') || choice.district;
    choice.period = asked.get('period') || choice.period;
    choice.measure = asked.get('measure') || choice.measure;
    choice.group = asked.get('group') || choice.group;
    choice.basis = asked.get('basis') || choice.basis;
    settle();
    // A district decides its city, whatever city was asked for.
    const unknown = Object.keys(KINDS).filter((key) => asked.get(key) && (key === 'city' ? !model.cities[asked.get(key)] : asked.get(key) !== choice[key]));
    say(unknown.map((key) => 'There is no ' + KINDS[key] + ' “' + asked.get(key) + '” on this page' + (OF_A_CITY.includes(key) ? ' for ' + titleOf('city') : '') + '; shown is ' + titleOf(key) + '.').join(' '));
    return asked.get('at');
  }

  function say(words) {
    byId('choice-note').textContent = words;
    byId('choice-note').hidden = !words;
  }

  function titleOf(key) {
    const city = model.cities[choice.city];
    if (!city) return 'nothing';
    if (key === 'city') return city.title;
    const options = { district: city.districts, period: city.periods, weighting: model.weightings, measure: city.measures, group: model.beside.groups, basis: rowsBeside.bases(model.beside, choice, city) }[key];
    return (options.find((o) => o.id === choice[key]) || { title: 'nothing' }).title;
  }

  const known = (options, id) => (options.some((o) => o.id === id) ? id : options.length ? options[0].id : '');

  // A choice that the city does not have falls back to the first it has.
  function settle() {
    const city = model.cities[choice.city];
    if (!city) return;
    choice.group = known(model.beside.groups, choice.group);
    choice.district = known(city.districts, choice.district);
    choice.basis = known(rowsBeside.bases(model.beside, choice, city), choice.basis);
    choice.period = known(city.periods, choice.period);
    choice.measure = known(city.measures, choice.measure || 'composite:' + choice.weighting);
  }

  function toFragment(chosen) {
    return '#' + new URLSearchParams(Object.assign({}, choice, chosen)).toString();
  }

  function fillSelect(id, options, chosen) {
    const select = byId(id);
    if (!select) return;
    select.replaceChildren(
      ...options.map((option) => {
        const element = document.createElement('option');
        element.value = option.id;
        element.textContent = option.title;
        element.selected = option.id === chosen;
        return element;
      })
    );
  }

  function fillTable(figure, view, linked) {
    const table = byId(figure + '-table');
    table.caption.textContent = view.title;
    table.parentElement.setAttribute('aria-label', view.title);
    table.tBodies[0].replaceChildren(
      ...view.rows.map((row) => {
        const line = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        if (linked && chooseable.has(row.id)) {
          const link = document.createElement('a');
          link.href = toFragment({ district: row.id });
          link.textContent = row.head;
          head.append(link);
          line.className = row.id === choice.district ? 'chosen' : '';
        } else {
          head.textContent = row.head;
        }
        line.append(head);
        for (const text of row.cells) {
          const cell = document.createElement('td');
          cell.textContent = text;
          line.append(cell);
        }
        return line;
      })
    );
  }

  function show(figure, view, linked, option) {
    const place = byId(figure);
    if (!place) return;
    if (!view) {
      byId(figure + '-finding').textContent = 'This page holds nothing for this choice.';
      fillTable(figure, { title: 'No rows for this choice', rows: [] }, false);
      drawn.delete(figure);
      const chart = echarts.getInstanceByDom(place);
      if (chart) chart.dispose();
      place.style.height = '0';
      return;
    }
    byId(figure + '-title').textContent = view.title;
    byId(figure + '-finding').textContent = view.finding;
    fillTable(figure, view, linked);
    drawn.set(figure, option);
    draw(figure, place.clientWidth);
  }

  function draw(figure, width) {
    const place = byId(figure);
    const made = drawn.get(figure)(width);
    place.style.height = made.height + 'px';
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, { renderer: 'svg' });
    chart.resize({ width: width, height: made.height });
    chart.setOption(made.option, true);
  }

  function render() {
    const city = model.cities[choice.city];
    if (!city) return;
    fillSelect('choose-city', Object.entries(model.cities).map(([id, c]) => ({ id, title: c.title })), choice.city);
    fillSelect('choose-district', city.districts, choice.district);
    fillSelect('choose-period', city.periods, choice.period);
    fillSelect('choose-weighting', model.weightings, choice.weighting);
    fillSelect('choose-measure', city.measures, choice.measure);
    fillSelect('choose-group', model.beside.groups, choice.group);
    const state = '|' + choice.period + '|' + choice.weighting;
    const cities = model.rankings['cities' + state];
    const districts = model.rankings[choice.city + state];
    const profile = model.profiles[choice.district + '|' + choice.period];
    const series = model.series[choice.district];
    const map = model.maps[choice.city + '|' + choice.period + '|' + choice.measure];
    const group = model.rankings[choice.group + state];
    const bases = rowsBeside.bases(model.beside, choice, city);
    fillSelect('choose-basis', bases, choice.basis);
    const basis = bases.find((o) => o.id === choice.basis);
    const peers = rowsBeside.peers(model.beside, choice.district, choice.period, choice.weighting);
    const similar = rowsBeside.similar(model.beside, choice.district, choice.period, choice.weighting);
    const factors = basis && rowsBeside.factors(model.beside, choice.district, basis.group, choice.period, choice.weighting);
    const nearest = (model.beside.alike.nearest[choice.district] || []).map((p) => p.id);
    show('ranking-group', group, true, (width) => charts.ranking(group, choice.district, width));
    show('peers-chart', peers, true, (width) => charts.ranking(peers, choice.district, width, 'distance'));
    show('similar-chart', similar, true, (width) => charts.scatter(similar.map, choice.district, nearest, width));
    if (byId('beside-table')) fillTable('beside', rowsBeside.together(model.beside, choice.district, choice.period), true);
    show('factors-chart', factors, false, (width) => charts.shares(factors.rows, width));
    show('ranking-cities', cities, false, (width) => charts.ranking(cities, choice.city, width));
    show('ranking-districts', districts, true, (width) => charts.ranking(districts, choice.district, width));
    show('profile-chart', profile, false, (width) => charts.profile(profile, width));
    show('series-chart', series, false, (width) =>
      charts.series(series, model.series[choice.city], city.waves, width));
    show('map-chart', map, true, (width) => {
      echarts.registerMap(choice.city, model.shapes[choice.city]);
      return charts.map(map, choice.city, model.shapes[choice.city], choice.district, width);
    });
  }

  function choose(key, value) {
    choice[key] = value;
    settle();
    say('');
    history.replaceState(null, '', toFragment({}));
    render();
  }

  for (const key of ['city', 'district', 'period', 'weighting', 'measure', 'group', 'basis']) {
    const select = byId('choose-' + key);
    if (select) select.addEventListener('change', () => choose(key, select.value));
  }
  byId('choices').addEventListener('submit', (event) => event.preventDefault());

  // A section is part of the address beside the choices: the address of a section alone would lose them.
  function goTo(section) {
    const place = section && byId(section);
    if (!place) return;
    place.scrollIntoView();
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || link.getAttribute('href').includes('=')) return;
    event.preventDefault();
    const section = link.getAttribute('href').slice(1);
    history.pushState(null, '', toFragment({ at: section }));
    goTo(section);
  });

  function follow() {
    const alone = location.hash.includes('=') ? '' : location.hash.slice(1);
    const section = alone || fromFragment();
    if (alone) {
      if (!choice.city) fromFragment();
      history.replaceState(null, '', toFragment({ at: alone }));
    }
    render();
    goTo(section);
  }

  window.addEventListener('hashchange', follow);

  let resizing;
  window.addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => drawn.forEach((_, figure) => draw(figure, byId(figure).clientWidth)), 120);
  });

  // Paper has its own width, and no reader can open a fold on it.
  const closed = [];
  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details:not([open])').forEach((fold) => {
      closed.push(fold);
      fold.open = true;
    });
    drawn.forEach((_, figure) => draw(figure, 680));
  });
  window.addEventListener('afterprint', () => {
    closed.splice(0).forEach((fold) => { fold.open = false; });
    drawn.forEach((_, figure) => draw(figure, byId(figure).clientWidth));
  });

  follow();
})();
