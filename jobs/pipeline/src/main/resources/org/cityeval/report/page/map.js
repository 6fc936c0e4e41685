'use strict';
// Districts of a city, or all cities, by any indicator, a composite, or a measure of one day. Without polygons each stands on a tile.
const mapping = (function () {
  const { t } = say;
  const byId = (id) => document.getElementById(id);
  const DAILY = ['risk_level', 'incidence', 'mobility_smoothed', 'enterprise_smoothed'];
  let playing;

  const place = () => choices.chosen.place || 'own';
  const units = () => (place() === 'cities' ? model.cities : place() === 'all' ? [...model.units.values()].filter((u) => u.city !== undefined) : model.districts.get(choices.chosen.city) || []).filter((u) => u.embedded);
  const isDaily = (measure) => (measure || '').startsWith('day:');

  const given = new Set([...model.values.values()].filter((v) => v.value !== undefined || v.status === 'censored').map((v) => v.indicator));
  function measures() {
    const anyDay = (key) => units().some((u) => model.days[u.id] && (model.days[u.id].numbers[key] || model.days[u.id].levels[key]));
    const level = place() === 'cities' ? 'city' : 'district';
    return model.weightings.map((w) => ({ id: 'composite:' + w, title: t('compositeBy', { weighting: say.id('weighting', w) }) }))
      .concat(DAILY.filter(anyDay).map((key) => ({ id: 'day:' + key, title: t('onDay', { what: t('map_' + key) }) })))
      .concat([...model.indicators.values()].filter((i) => i[level] && given.has(i.id)).map((i) => ({ id: i.id, title: i.id + ' ' + say.title(i) })));
  }

  function days() {
    const all = units().filter((u) => model.days[u.id]).flatMap((u) => { const list = daily.times(u.id); return [list[0], list[list.length - 1]]; });
    return all.length ? { first: Math.min(...all), last: Math.max(...all) } : undefined;
  }
  function now() {
    const span = days(), asked = daily.at(choices.chosen.day || '');
    return !span ? undefined : Number.isFinite(asked) ? Math.max(span.first, Math.min(span.last, asked)) : span.first + Math.floor((span.last - span.first) / daily.DAY / 2) * daily.DAY;
  }

  // What stands on each unit: a number, a level, or the word that says why there is none.
  function rowsOf(measure) {
    const { period, weighting } = choices.chosen;
    return units().map((unit) => {
      if (measure.startsWith('composite:')) {
        const c = model.composites.get(model.key(unit.id, period, measure.slice(10)));
        return { unit, value: c && c.score, label: c && c.score !== undefined ? say.tenths(c.score) : say.id('status', c ? c.status : 'missing_input'), text: say.score(c) };
      }
      if (isDaily(measure)) {
        const key = measure.slice(4), time = now();
        if (!model.days[unit.id]) return { unit, label: t('notObserved'), text: t('notObserved') };
        const v = key === 'risk_level' ? daily.level(unit.id, key, time) : daily.value(unit.id, key, time);
        const words = v === undefined ? daily.absent(unit.id, key, time) : key === 'risk_level' ? t('level_' + v) : key === 'incidence' ? say.number(v) : say.change(v);
        return { unit, value: v, label: words, text: words };
      }
      const v = model.values.get(model.key(unit.id, period, measure)), indicator = model.indicators.get(measure);
      if (!v) return { unit, label: t('notComputed'), text: t('notComputed') };
      const open = v.status === 'censored' && v.low > 0;
      return { unit, value: v.status === undefined ? v.value : undefined, open, label: v.status === undefined ? say.number(v.value) : open ? '> ' + say.number(v.low) : say.id('status', v.status), text: say.value(v, indicator) };
    });
  }

  function legendOf(measure) {
    if (measure.startsWith('composite:')) return t('legendScore');
    if (isDaily(measure)) return t('legend_' + measure.slice(4));
    const i = model.indicators.get(measure), better = i[place() === 'cities' ? 'city' : 'district'];
    return (say.unit(i.unit, i.perResident) || t('ratio')) + '\n' + t('better_' + better);
  }

  // Squares in rows, as near to one another as their names are in the alphabet.
  function tiles(list) {
    const across = Math.ceil(Math.sqrt(list.length * 1.6));
    return { type: 'FeatureCollection', features: list.map((u, i) => {
      const x = i % across, y = -0.72 * Math.floor(i / across), a = 0.04;
      return { type: 'Feature', properties: { name: u.id }, geometry: { type: 'Polygon', coordinates: [[[x + a, y + a], [x + 1 - a, y + a], [x + 1 - a, y + 0.7], [x + a, y + 0.7], [x + a, y + a]]] } };
    }) };
  }
  // Districts of one city stand together.
  const placed = (u) => (u.city ? say.name(model.units.get(u.city)) : '') + ' ' + say.name(u);
  // Whether all that are shown have polygons: those of a city are the polygons of its districts.
  const shapedCity = (id) => Boolean(model.shapes[id]);
  const hasShapes = () => (place() === 'own' ? shapedCity(choices.chosen.city) : units().length > 0 && units().every((u) => shapedCity(u.city || u.id)));

  // What names a frame is a dot without colour that has a label.
  const TITLE = 'title:';
  const polygons = (feature) => (feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates);
  const around = (features) => features.flatMap((f) => polygons(f).flat(2)).reduce((b, [x, y]) => [Math.min(b[0], x), Math.min(b[1], y), Math.max(b[2], x), Math.max(b[3], y)], [Infinity, Infinity, -Infinity, -Infinity]);
  // Cities may lie far apart, so each stands in a frame of its own, north up and on a scale of its own.
  function framed(list) {
    const cities = [...new Set(list.map((u) => u.city || u.id))].sort((a, b) => say.name(model.units.get(a)).localeCompare(say.name(model.units.get(b)), say.lang()));
    const across = Math.ceil(Math.sqrt(cities.length * 1.6)), shown = new Set(list.map((u) => u.id));
    const features = cities.flatMap((id, i) => {
      const own = model.shapes[id].features, [west, south, east, north] = around(own), squeeze = Math.max(0.2, Math.cos(((south + north) / 2) * Math.PI / 180));
      const scale = Math.min(0.92 / ((east - west) * squeeze || 1), 0.66 / (north - south || 1));
      const x0 = (i % across) + 0.5, y0 = -0.72 * Math.floor(i / across) + 0.36;
      const moved = (f) => polygons(f).map((p) => p.map((ring) => ring.map(([x, y]) => [x0 + (x - (west + east) / 2) * squeeze * scale, y0 + (y - (south + north) / 2) * scale])));
      const feature = (name, coordinates, cp) => ({ type: 'Feature', properties: cp ? { name, cp } : { name }, geometry: { type: 'MultiPolygon', coordinates } });
      return place() === 'cities' ? [feature(id, own.flatMap(moved), [x0, y0])] : [feature(TITLE + id, [[[[x0 - 0.46, y0 + 0.34], [x0 - 0.45, y0 + 0.34], [x0 - 0.45, y0 + 0.35], [x0 - 0.46, y0 + 0.34]]]])].concat( own.filter((f) => shown.has(f.properties.name)).map((f) => feature(f.properties.name, moved(f))));
    });
    return { type: 'FeatureCollection', features };
  }

  function draw(rows, measure, width) {
    const byShape = hasShapes(), own = byShape && place() === 'own', shapes = own ? model.shapes[choices.chosen.city] : byShape ? framed(rows.map((r) => r.unit)) : tiles([...rows].map((r) => r.unit).sort((a, b) => placed(a).localeCompare(placed(b), say.lang())));
    const name = 'map:' + (own ? choices.chosen.city : place() + choices.chosen.city);
    echarts.registerMap(name, shapes);
    const levels = measure === 'day:risk_level', of = new Map(rows.map((r) => [r.unit.id, r]));
    const values = isDaily(measure) && !levels ? everyDay(measure.slice(4)) : rows.map((r) => r.value).filter((v) => v !== undefined);
    const min = Math.min(...values), max = Math.max(...values), steps = !values.length ? 0 : max > min ? 5 : 1;
    const cut = (i) => min + ((max - min) * i) / steps, step = (max - min) / 5;
    const digits = step > 0 ? Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(step)))) : 0;
    const figure = (v) => (/mobility|enterprise/.test(measure) ? say.change(v) : say.fixed(v, digits));
    const at = (v) => (steps === 1 ? 2 : Math.max(0, Math.min(4, Math.floor(((v - min) / (max - min)) * 5))));
    const shade = (v) => (levels ? charts.LEVELS[v - 1] : charts.SHADES[at(v)]);
    const hatch = (color) => ({ symbol: 'line', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color });
    const look = (r) => (r.open ? { areaColor: charts.OPEN, decal: hatch('rgba(255,255,255,0.35)') } : r.value === undefined ? { areaColor: '#f0f1ee', decal: hatch('rgba(86,97,108,0.4)') } : { areaColor: shade(r.value) });
    const pieces = levels ? charts.LEVELS.map((color, i) => ({ label: t('level_' + (i + 1)), value: i + 1, color }))
      : Array.from({ length: steps }, (_, i) => ({ label: steps === 1 ? figure(min) : figure(cut(i)) + t('to') + figure(cut(i + 1)), gte: cut(i), lte: cut(i + 1), color: charts.SHADES[steps === 1 ? 2 : i] }));
    if (rows.some((r) => r.open)) pieces.push({ label: t('censoredKey'), gt: values.length ? max : 0, color: charts.OPEN });
    if (rows.some((r) => r.value === undefined && !r.open)) pieces.push({ label: t('absentKey'), value: -9e9, color: '#d9dcda' });
    const points = shapes.features.flatMap((f) => f.geometry.coordinates.flat(f.geometry.type === 'Polygon' ? 1 : 2));
    const range = (axis) => points.reduce(([low, high], p) => [Math.min(low, p[axis]), Math.max(high, p[axis])], [Infinity, -Infinity]);
    const [west, east] = range(0), [south, north] = range(1), narrow = width < 560;
    const squeeze = own ? Math.max(0.2, Math.cos(((south + north) / 2) * Math.PI / 180)) : 1;
    const legend = legendOf(measure), under = narrow ? pieces.length * 22 + 50 : 0, room = width - (narrow ? 10 : 210);
    const height = Math.round(Math.min(600, Math.max(200, (room * (north - south)) / ((east - west) * squeeze)))) + under + 20;
    const dark = (r) => r.open || (!levels && r.value !== undefined && at(r.value) >= 3);
    return { height, option: Object.assign(charts.calm(), {
      title: pieces.length ? { text: legend, left: 0, bottom: pieces.length * 22 + 14, textStyle: Object.assign({ fontWeight: 600, width: narrow ? width : 190, overflow: 'break', lineHeight: 16 }, charts.text(12, 'ink')) } : undefined,
      tooltip: charts.tip({ formatter: (p) => { const r = of.get(p.name); return r ? say.name(r.unit) + (r.unit.city && place() === 'all' ? t('inCity', { city: say.name(model.units.get(r.unit.city)) }) : '') + '\n' + titleOf(measure) + t('colon') + r.text + '\n' + legend : ''; } }),
      visualMap: pieces.length ? { type: 'piecewise', left: 0, bottom: 0, itemWidth: 18, itemHeight: 12, textStyle: charts.text(12), seriesIndex: [], pieces, selectedMode: false, hoverLink: false } : undefined,
      series: [{ type: 'map', map: name, nameProperty: 'name', aspectScale: squeeze, selectedMode: false, left: narrow ? 5 : 210, right: narrow ? 5 : 10, top: 10, bottom: under + 10, emphasis: { disabled: true },
        itemStyle: { borderColor: charts.color('paper'), borderWidth: 1.5 }, labelLayout: { hideOverlap: true },
        label: { show: rows.length <= 80 && !(byShape && place() === 'all' && width < 900), formatter: (p) => { const r = of.get(p.name); return r ? say.name(r.unit) + '\n' + r.label : p.name.startsWith(TITLE) ? say.name(model.units.get(p.name.slice(TITLE.length))) : ''; }, fontFamily: charts.FONT, fontSize: own || rows.length < 30 ? 12 : 11, lineHeight: 15 },
        data: rows.map((r) => ({ name: r.unit.id, value: r.value === undefined ? NaN : r.value, label: Object.assign({ color: dark(r) ? '#ffffff' : '#1d2733' }, byShape && !own ? { textBorderColor: dark(r) ? charts.OPEN : 'rgba(255, 255, 255, 0.7)', textBorderWidth: 2 } : {}),
          itemStyle: Object.assign(look(r), r.unit.id === choices.chosen.district || r.unit.id === (place() === 'cities' && choices.chosen.city) ? { borderColor: charts.color('ink'), borderWidth: 2.5 } : {}) }))
          .concat(shapes.features.filter((f) => f.properties.name.startsWith(TITLE)).map((f) => ({ name: f.properties.name, value: NaN, itemStyle: { areaColor: 'transparent', borderWidth: 0 }, label: { show: true, align: 'left', fontWeight: 'bold', color: charts.color('ink') } }))) }]
    }) };
  }
  // One scale for all days, so that a shade means the same while days pass.
  const everyDay = (key) => units().flatMap((u) => ((model.days[u.id] || { numbers: {} }).numbers[key] || []).filter((v) => v !== null));

  const titleOf = (measure) => (measures().find((m) => m.id === measure) || { title: '' }).title;

  function render() {
    if (!byId('map-chart')) return;
    const { measure } = choices.chosen, rows = rowsOf(measure), day = isDaily(measure), span = days();
    const numbers = rows.filter((r) => r.value !== undefined).sort((a, b) => a.value - b.value), open = rows.filter((r) => r.open).length;
    const where = place() === 'cities' ? t('groupCities') : place() === 'all' ? t('groupAll') : t('groupDistricts', { name: say.name(model.units.get(choices.chosen.city)) });
    byId('map-days').hidden = !day || !span;
    if (day && span) {
      const slider = byId('map-day');
      if (!playing) stop();
      slider.max = (span.last - span.first) / daily.DAY;
      slider.value = (now() - span.first) / daily.DAY;
      slider.setAttribute('aria-valuetext', say.day(daily.iso(now())));
      byId('map-day-said').textContent = say.day(daily.iso(now()));
    }
    figures.show('map-chart', { title: titleOf(measure) + t('colon') + where + (day ? ', ' + say.day(daily.iso(now())) : ''),
      finding: (numbers.length ? t(day ? 'mapFoundDay' : 'mapFound', { count: numbers.length, all: rows.length, low: numbers[0].label, lowIn: say.name(numbers[0].unit), high: numbers[numbers.length - 1].label, highIn: say.name(numbers[numbers.length - 1].unit) }) : t('mapNothing')) + (open ? ' ' + t('mapOpen', { open }) : ''),
      columns: [{ title: t('name'), text: (r) => say.name(r.unit) }, { title: t('colValue'), text: (r) => r.text, numbers: (r) => ({ value: r.value }) }],
      rows, link: (r) => choices.address({ district: r.unit.id, among: undefined }), chosen: (r) => r.unit.id === choices.chosen.district, draw: rows.length ? (width) => draw(rows, measure, width) : undefined,
      click: (event) => { if (model.units.has(event.name)) choices.choose({ district: event.name }); } });
  }

  function stop() { clearInterval(playing); playing = undefined; byId('map-play').textContent = '▶ ' + t('play'); }
  if (byId('map-day')) {
    byId('map-day').addEventListener('input', (event) => choices.choose({ day: daily.iso(days().first + event.target.value * daily.DAY) }));
    byId('map-play').addEventListener('click', () => {
      if (playing) { stop(); return; }
      byId('map-play').textContent = '❚❚ ' + t('pause');
      playing = setInterval(() => { const span = days(); if (!span || now() >= span.last) stop(); else choices.choose({ day: daily.iso(now() + daily.DAY) }); }, 120);
    });
  }

  return { render, measures };
})();
