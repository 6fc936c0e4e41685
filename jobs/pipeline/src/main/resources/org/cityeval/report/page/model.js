'use strict';
// The page's data: rows by the names of their columns, and what is looked up in them.
const model = (function () {
  const raw = JSON.parse(document.getElementById('model').textContent);
  const key = (...parts) => parts.join('|');

  // A column of words holds their numbers.
  function rows(sheet) {
    return sheet.rows.map((cells) => {
      const row = {};
      cells.forEach((cell, i) => { const column = sheet.columns[i]; if (cell !== null) row[column] = sheet.words[column] ? sheet.words[column][cell] : cell; });
      return row;
    });
  }

  // Changes stand in thousandths, each as a step from the one before; nothing between two commas is a day that was not observed.
  const IN_STEPS = ['mobility_smoothed', 'enterprise_smoothed'];
  function days(of) {
    const numbers = {}, levels = {};
    for (const [quantity, said] of Object.entries(of.numbers)) {
      let last = 0;
      const number = IN_STEPS.includes(quantity) ? (v) => (last += Number(v)) / 1000 : Number;
      numbers[quantity] = said.split(',').map((v) => (v === '' ? null : number(v)));
    }
    // 3*12 is twelve days on level 3, a point a day without one.
    for (const [quantity, said] of Object.entries(of.levels)) levels[quantity] = said.split(',').map((run) => { const [level, times] = run.split('*'); return level.repeat(Number(times || 1)); }).join('');
    return { start: Date.parse(of.first + 'T00:00:00Z'), numbers, levels };
  }
  // Days of a member are read when they are first asked for: a page holds many, and a reader looks at few.
  function whenAsked(all) {
    const read = {};
    Object.keys(all).forEach((unit) => Object.defineProperty(read, unit, { configurable: true, enumerable: true, get() { const made = days(all[unit]); Object.defineProperty(read, unit, { value: made, enumerable: true }); return made; } }));
    return read;
  }
  const index = (sheet, by) => new Map(rows(sheet).map((row) => [by(row), row]));
  function lists(sheet, by) {
    const found = new Map();
    rows(sheet).forEach((row) => { const k = by(row); if (!found.has(k)) found.set(k, []); found.get(k).push(row); });
    return found;
  }

  const units = index(raw.units, (r) => r.id);
  const cities = [...units.values()].filter((u) => u.city === undefined);
  const districts = new Map(cities.map((c) => [c.id, []]));
  units.forEach((u) => { if (u.city !== undefined) districts.get(u.city).push(u); });
  const dimensions = index(raw.dimensions, (r) => r.id);
  const indicators = index(raw.indicators, (r) => r.id);
  const periods = lists(raw.periods, (r) => r.city);
  const groups = index(raw.groups, (r) => key(r.group, r.period, r.weighting));
  const ranks = lists(raw.ranks, (r) => key(r.group, r.period, r.weighting));
  const composites = index(raw.composites, (r) => key(r.unit, r.period, r.weighting));
  const scores = index(raw.scores, (r) => key(r.unit, r.period));
  const weights = index(raw.weights, (r) => key(r.level, r.period, r.weighting, r.unit || ''));
  const middles = index(raw.middles, (r) => key(r.group, r.period));
  const values = index(raw.values, (r) => key(r.unit, r.period, r.indicator));
  const spreads = index(raw.spreads, (r) => key(r.group, r.period, r.indicator));
  const waves = lists(raw.waves, (r) => r.unit);
  const flags = lists(raw.flags, (r) => r.unit);
  const peers = lists(raw.peers, (r) => r.unit);
  const similar = rows(raw.similar);
  const factors = lists(raw.factors, (r) => key(r.group, r.period, r.weighting));

  const revision = raw.revision && Object.assign({}, raw.revision, { inputs: rows(raw.revision.inputs), indicators: rows(raw.revision.indicators), values: rows(raw.revision.values),
    groups: index(raw.revision.groups, (r) => key(r.group, r.period, r.weighting)), ranks: lists(raw.revision.ranks, (r) => key(r.group, r.period, r.weighting)) });

  const ofFunnel = (r) => key(r.measure, r.group, r.period);
  const funnel = { funnels: index(raw.funnel.funnels, ofFunnel), points: lists(raw.funnel.points, ofFunnel), limits: lists(raw.funnel.limits, ofFunnel) };

  factors.forEach((list) => list.forEach((f) => { f.first /= 1000; f.total /= 1000; }));

  const level = (unit) => (units.get(unit).city === undefined ? 'city' : 'district');
  const ownGroup = (unit) => units.get(unit).city || 'cities';
  const better = (indicator, unit) => indicators.get(indicator)[level(unit)] || 'context';

  // Everyone of a group in the order of ranks, with composites.
  function members(group, period, weighting) {
    return (ranks.get(key(group, period, weighting)) || []).map((rank) => ({
      id: rank.unit, unit: units.get(rank.unit), rank, composite: composites.get(key(rank.unit, period, weighting)) || { status: 'missing_input' } }));
  }

  function weightsOf(unit, period, weighting) {
    const at = key(level(unit), period, weighting);
    return weights.get(key(at, unit)) || weights.get(key(at, '')) || {};
  }
  // What an indicator adds to a composite over the middle of the group, in points; the most first.
  function drivers(unit, group, period, weighting) {
    const own = scores.get(key(unit, period)), middle = middles.get(key(group, period)), by = weightsOf(unit, period, weighting);
    if (!own || !middle) return [];
    const named = [...indicators.keys()].filter((i) => by[i] > 0);
    const sum = named.reduce((total, i) => total + by[i], 0);
    return named.filter((i) => own[i] !== undefined && middle[i] !== undefined)
      .map((i) => ({ indicator: indicators.get(i), points: by[i] / sum * (own[i] - middle[i]) }))
      .sort((a, b) => b.points - a.points);
  }

  const periodOf = (city, id) => (periods.get(city) || []).find((p) => p.id === id) || [...periods.values()].flat().find((p) => p.id === id);
  const furtherGroups = [...new Set(rows(raw.groups).map((g) => g.group))].filter((g) => g !== 'cities' && !units.has(g));

  return { raw, key, units, cities, districts, dimensions, indicators, periods, groups, composites, scores, values, spreads, waves, flags, peers, similar,
    factors, level, ownGroup, better, members, weightsOf, drivers, periodOf, furtherGroups, ranks,
    weightings: raw.weightings, reasons: raw.reasons, days: whenAsked(raw.days), named: raw.named, variables: raw.variables, revision, funnel, shapes: raw.shapes, asOf: raw.asOf };
})();
