'use strict';
// Which days the daily charts show: a stretch that the reader names, or all.
const range = (function () {
  const { t } = say;
  const byId = (id) => document.getElementById(id);
  const at = (iso) => Date.parse(iso + 'T00:00:00Z');
  const all = [...model.periods.values()].flat().find((p) => p.kind === 'span');

  // As it stands in the address: the first day, two points, the last day.
  function read(said) {
    const [, first, last] = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(said || '') || [];
    return all && first >= all.first && first < last && last <= all.last && [first, last].every((day) => Number.isFinite(at(day))) ? { first, last, from: at(first), to: at(last) } : undefined;
  }
  // Asked of every day, and read once.
  let last = {};
  function asked() {
    if (last.said !== choices.chosen.days) last = { said: choices.chosen.days, of: read(choices.chosen.days) };
    return last.of;
  }
  const isShown = (time) => { const of = asked(); return !of || (time >= of.from && time <= of.to); };
  // What a stretch of time has of the days shown; nothing where they do not meet.
  function cut(from, to) {
    const of = asked(), a = of ? Math.max(from, of.from) : from, b = of ? Math.min(to, of.to) : to;
    return a < b ? [a, b] : undefined;
  }

  function choose(first, last) {
    const [a, b] = [first || all.first, last || all.last].sort(), days = a === all.first && b === all.last ? undefined : a + '..' + b;
    if (days !== choices.chosen.days) choices.choose({ days });
  }

  function render() {
    const of = asked() || all, period = choices.period();
    if (!all) return;
    [['days-first', of.first], ['days-last', of.last]].forEach(([id, day]) => { const field = byId(id); Object.assign(field, { min: all.first, max: all.last }); if (field.value !== day) field.value = day; });
    byId('days-all').disabled = !asked();
    byId('days-period').disabled = !period || (of.first === period.first && of.last === period.last);
  }

  // While a date is typed it is often none, or of another year: only what fits is taken, the rest when the reader leaves.
  const typed = () => ['days-first', 'days-last'].map((id) => byId(id)).every((field) => field.value && field.checkValidity());
  function take(isLeft) {
    const [first, last] = [byId('days-first').value, byId('days-last').value];
    if (typed() && first !== last && (first < last || isLeft)) choose(first, last);
    else if (isLeft) render();
  }

  if (all) {
    ['days-first', 'days-last'].forEach((id) => { byId(id).addEventListener('change', () => take(false)); byId(id).addEventListener('blur', () => take(true)); });
    byId('days-all').addEventListener('click', () => choose());
    byId('days-period').addEventListener('click', () => { const p = choices.period(); choose(p.first, p.last); });
  }
  const words = () => { const of = asked(); return of ? t('comma') + say.day(of.first) + t('to') + say.day(of.last) : ''; };

  return { read, isShown, cut, render, words };
})();

// The days of one district, with its city's beside them.
const daily = (function () {
  const { t } = say;
  const DAY = 864e5;
  const at = (iso) => Date.parse(iso + 'T00:00:00Z');
  const plain = (v) => say.number(v);

  // Each measure with what it is, its unit and what is counted.
  const MEASURES = [
    { key: 'incidence', title: 'dayIncidence', unit: 'dayIncidenceUnit', fromZero: true, height: 130, show: plain },
    { key: 'new_cases_smoothed', insteadOf: 'incidence', title: 'dayCases', unit: 'dayCasesUnit', fromZero: true, height: 130, show: plain },
    { key: 'rt_mean', title: 'dayRt', unit: 'dayRtUnit', fromZero: true, height: 110, show: plain },
    { key: 'mobility_smoothed', title: 'dayMobility', unit: 'dayChangeUnit', height: 110, show: say.change },
    { key: 'enterprise_smoothed', title: 'dayEnterprise', unit: 'dayChangeUnit', height: 110, show: say.change }
  ];
  const has = (unit, key) => Boolean(model.days[unit] && model.days[unit].numbers[key]);
  const kinds = (unit) => MEASURES.filter((m) => !m.insteadOf || !has(unit, m.insteadOf));
  const isCases = (m) => m.key === 'incidence' || m.key === 'new_cases_smoothed';

  const start = (unit) => model.days[unit].start;
  const length = (unit) => Math.max(0, ...Object.values(model.days[unit].numbers).map((v) => v.length), ...Object.values(model.days[unit].levels).map((v) => v.length));
  const index = (unit, time) => Math.round((time - start(unit)) / DAY);
  const value = (unit, key, time) => { const v = (model.days[unit].numbers[key] || [])[index(unit, time)]; return v === null ? undefined : v; };
  const level = (unit, key, time) => { const v = (model.days[unit].levels[key] || '')[index(unit, time)]; return v === undefined || v === '.' ? undefined : Number(v); };
  // The count of the day itself, as it was reported, per 100,000 where residents are known.
  function reported(unit, m, time) {
    const count = value(unit, 'new_cases', time), residents = model.units.get(unit).population;
    return count === undefined ? undefined : m.key === 'incidence' ? (residents ? count / residents * 1e5 : undefined) : count;
  }
  const times = (unit) => Array.from({ length: length(unit) }, (_, i) => start(unit) + i * DAY);
  const shown = (unit) => times(unit).filter(range.isShown);
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const flagsOf = (unit) => new Map((model.flags.get(unit) || []).map((f) => [at(f.day), say.id('flag', f.flag)]));
  const withheldOf = (unit) => new Set((model.flags.get(unit) || []).filter((f) => f.flag === 'suppressed').map((f) => at(f.day)));
  // Where a triangle stands: a day that is withheld is a gap instead.
  const marks = (unit, m) => { const withheld = withheldOf(unit); return [...flagsOf(unit).keys()].filter((time) => !withheld.has(time) && range.isShown(time)).map((time) => ({ coord: [time, value(unit, m.key, time) || 0] })); };

  // A value without one the day before or after has no line: a week may be told by its mean alone.
  const isAlone = (unit, m, time) => value(unit, m.key, time) !== undefined && value(unit, m.key, time - DAY) === undefined && value(unit, m.key, time + DAY) === undefined;

  // Stretches of days on one level: [first, behind the last, level].
  function runs(unit, key) {
    const found = [];
    (model.days[unit].levels[key] || '').split('').forEach((c, i) => {
      const last = found[found.length - 1];
      if (last && last[2] === c) last[1] = i + 1;
      else found.push([i, i + 1, c]);
    });
    return found.filter((r) => r[2] !== '.');
  }

  const wavesOf = (unit) => (model.waves.get(unit) || []).slice().sort((a, b) => a.number - b.number);
  function bands(city, period, first) {
    const band = (of, name, itemStyle) => { const [a, b] = range.cut(at(of.first), at(of.last)) || []; return a === undefined ? [] : [[{ name, xAxis: a, itemStyle }, { xAxis: b }]]; };
    const waves = wavesOf(city).flatMap((w) => band(w, first ? t('wave', { number: w.number }) : '', { color: charts.color('band') }));
    const own = period && period.kind !== 'span' ? band(period, '', { color: 'transparent', borderColor: charts.color('accent'), borderWidth: 1, borderType: 'dashed' }) : [];
    return { silent: true, label: Object.assign({ position: 'insideTopLeft' }, charts.text(11)), data: waves.concat(own) };
  }

  function draw(unit, width) {
    const city = model.units.get(unit).city, beside = city && model.days[city] ? city : undefined;
    const measures = kinds(unit), panels = measures.filter((m) => has(unit, m.key)), absent = measures.filter((m) => !has(unit, m.key));
    const left = width < 560 ? 48 : 62, right = 14, flags = flagsOf(unit), all = shown(unit);
    const grids = [], xAxes = [], yAxes = [], titles = [], series = [];
    const own = charts.color('accent'), ink = charts.color('ink');
    // What is too long for a phone goes on in a second line.
    const further = (chars) => (chars * 7.5 > width - 10 ? 1 : 0) * 17;
    const who = beside ? [unit, beside] : [unit];
    let top = 66 + further(who.map((u) => say.name(model.units.get(u))).concat(t('reportedDaily')).join('').length + 14);
    function panel(title, height, last) {
      const more = further(title.length);
      top += more;
      titles.push({ text: title, left: 0, top: top - 28 - more, textStyle: Object.assign({ fontWeight: 600, width: width - 10, overflow: 'break', lineHeight: 17 }, charts.text(13, 'ink')) });
      grids.push({ left, right, top, height });
      xAxes.push({ type: 'time', gridIndex: grids.length - 1, min: all[0], max: all[all.length - 1], axisLine: { lineStyle: { color: charts.color('edge') } }, axisTick: { show: false },
        axisLabel: Object.assign({ show: last, hideOverlap: true, formatter: (v) => monthOf(v) }, charts.text(12)), splitLine: { show: false } });
      top += height + 46;
      return grids.length - 1;
    }
    for (const m of panels) {
      const grid = panel(t(m.title) + t('colon') + t(m.unit) + (isCases(m) && withheldOf(unit).size ? ' ' + t('gapsWithheld') : ''), m.height, false), on = { xAxisIndex: grid, yAxisIndex: grid };
      const isRt = m.key === 'rt_mean', lines = [];
      yAxes.push(charts.valueAxis({ gridIndex: grid, splitNumber: 3, min: m.fromZero ? 0 : undefined, max: isRt ? (v) => Math.min(4, Math.ceil(v.max)) : undefined, axisLabel: Object.assign({ formatter: m.show === say.change ? say.change : undefined }, charts.text(12)) }));
      if (isRt) {
        const end = (key, time) => { const v = value(unit, key, time); return v === undefined ? null : v; }, band = { type: 'line', stack: 'rt', stackStrategy: 'all', symbol: 'none', lineStyle: { opacity: 0 }, silent: true };
        if (has(unit, 'rt_low') && has(unit, 'rt_high')) lines.push(Object.assign({ data: all.map((time) => [time, end('rt_low', time)]) }, band), Object.assign({ data: all.map((time) => [time, end('rt_high', time) === null ? null : end('rt_high', time) - end('rt_low', time)]), areaStyle: { color: own, opacity: 0.18 } }, band));
      }
      if (isCases(m)) lines.push({ name: t('reportedDaily'), type: 'bar', silent: true, large: true, largeThreshold: 100, barWidth: '70%', itemStyle: { color: charts.color('raw') }, data: all.map((time) => [time, Math.max(0, reported(unit, m, time) || 0)]) });
      if (beside && has(beside, m.key)) lines.push({ name: say.name(model.units.get(beside)), type: 'line', symbol: 'none', data: shown(beside).map((time) => [time, value(beside, m.key, time)]), lineStyle: { color: ink, width: 1.5, type: 'dashed' }, itemStyle: { color: ink } });
      lines.push({ name: say.name(model.units.get(unit)), type: 'line', ...(isCases(m) && all.some((time) => isAlone(unit, m, time)) ? { symbolSize: 5, showAllSymbol: true, symbol: (v, q) => (isAlone(unit, m, all[q.dataIndex]) ? 'circle' : 'none') } : { symbol: 'none' }), data: all.map((time) => [time, value(unit, m.key, time)]), lineStyle: { color: own, width: 2 }, itemStyle: { color: own },
        markArea: bands(city || unit, choices.period(), grid === 0),
        markPoint: isCases(m) && flags.size ? { silent: true, symbol: 'triangle', symbolSize: 8, symbolRotate: 180, itemStyle: { color: ink }, label: { show: false }, data: marks(unit, m) } : undefined,
        markLine: isRt ? { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: ink, type: 'dotted' }, data: [{ yAxis: 1 }] } : undefined });
      lines.forEach((line) => series.push(Object.assign(line, on)));
    }
    strip('policy_grade', 'dayPolicy', (grade) => [grade, ['#eef1f4', '#d3dbe3', '#aebccb', '#7e93aa', '#4d657f'][grade]]);
    strip('risk_level', 'dayRisk', (at) => [t('level_' + at), charts.LEVELS[at - 1]]);
    function strip(key, title, look) {
      const found = runs(unit, key).filter((r) => key !== 'policy_grade' || r[2] <= 4)
        .map(([first, behind, level]) => [range.cut(start(unit) + first * DAY, start(unit) + behind * DAY), level]).filter(([cut]) => cut).map(([[a, b], level]) => [a, b, level]);
      if (!found.length) return;
      const grid = panel(t(title), 20, false);
      yAxes.push({ type: 'value', gridIndex: grid, show: false, min: 0, max: 1 });
      series.push({ type: 'custom', xAxisIndex: grid, yAxisIndex: grid, silent: true, clip: true, encode: { x: [0, 2], y: 1 }, data: found.map((r) => [r[0], 0.5, r[1]]),
        renderItem: (params, api) => {
          const a = api.coord([api.value(0), 1]), b = api.coord([api.value(2), 0]), [label, color] = look(Number(found[params.dataIndex][2]));
          const dark = key === 'policy_grade' && found[params.dataIndex][2] > 2;
          return { type: 'group', children: [charts.rect(a[0], a[1], b[0] - a[0], b[1] - a[1], color)].concat(b[0] - a[0] > 13 ? charts.word((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, String(label).charAt(0).toUpperCase(), { fill: dark ? '#ffffff' : '#1d2733', align: 'center', fontWeight: 'bold' }) : []) };
        } });
    }
    if (xAxes.length) xAxes[xAxes.length - 1].axisLabel.show = true;
    if (absent.length) titles.push({ text: t('dayAbsent', { what: absent.map((m) => t(m.title)).join(t('comma')) }), left: 0, top: top - 14, textStyle: Object.assign({ fontWeight: 'normal', fontStyle: 'italic', width, overflow: 'break' }, charts.text(12)) });
    return { height: Math.max(80, top + (absent.length ? 24 : -14)), option: Object.assign(charts.calm(), { useUTC: true, title: titles, grid: grids, xAxis: xAxes, yAxis: yAxes, series,
      legend: { top: 4, left: 0, itemWidth: 26, textStyle: charts.text(12, 'ink'), selectedMode: false, data: [...new Set(series.map((s) => s.name).filter(Boolean))] },
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: charts.color('edge') } },
      tooltip: charts.tip({ trigger: 'axis', formatter: (params) => said(who, panels, (Array.isArray(params) ? params[0] : params).value[0], flags) }) }) };
  }
  const monthOf = (v) => { const d = new Date(v); return say.lang() === 'zh' ? (d.getUTCDate() === 1 ? d.getUTCMonth() + 1 + '月' : d.getUTCMonth() + 1 + '/' + d.getUTCDate()) : say.day(iso(v)).replace(/ \d+$/, '').replace(/^1 /, ''); };

  // Each measure by name, with unit and numerator, of the district and its city.
  function said(who, panels, time, flags) {
    const lines = panels.map((m) => t(m.title) + ' (' + t(m.unit) + ')\n' + who.map((u) => '   ' + say.name(model.units.get(u)) + t('colon') + words(u, m, time)).join('\n'));
    lines.push(t('risk') + t('colon') + who.map((u) => levelWords(u, time)).join(' / '));
    return say.day(iso(time)) + '\n' + lines.join('\n') + (flags.has(time) ? '\n' + t('flagged', { what: flags.get(time) }) : '');
  }
  // Why a day has no value of a measure.
  const absent = (unit, key, time) => t(isCases({ key }) && withheldOf(unit).has(time) ? 'withheldCount' : key === 'rt_mean' ? 'noEstimate' : 'notObserved');
  function words(unit, m, time) {
    const v = value(unit, m.key, time);
    if (v === undefined) return absent(unit, m.key, time);
    if (m.key === 'rt_mean') return say.interval(v, value(unit, 'rt_low', time), value(unit, 'rt_high', time), plain);
    const count = value(unit, 'new_cases', time);
    return m.show(v) + (isCases(m) && count !== undefined ? ' ' + t('numerator', { count: say.number(count), residents: model.units.get(unit).population ? say.number(model.units.get(unit).population) : '–' }) : '');
  }
  const levelWords = (unit, time) => { const v = level(unit, 'risk_level', time); return v === undefined ? t('noLevel') : t('level_' + v); };

  function finding(unit) {
    const parts = [], all = shown(unit);
    const extreme = (key, sign) => all.reduce((best, time) => { const v = value(unit, key, time); return v !== undefined && (best === undefined || sign * v > sign * value(unit, key, best)) ? time : best; }, undefined);
    const cases = kinds(unit).find(isCases), peak = cases && extreme(cases.key, 1);
    if (peak !== undefined) parts.push(t('peaked', { day: say.day(iso(peak)), value: plain(value(unit, cases.key, peak)), unit: t(cases.unit) }));
    const still = extreme('mobility_smoothed', -1), low = extreme('enterprise_smoothed', -1);
    if (still !== undefined) parts.push(t('stillest', { day: say.day(iso(still)), value: say.change(value(unit, 'mobility_smoothed', still)) }));
    if (low !== undefined) parts.push(t('lowest', { day: say.day(iso(low)), value: say.change(value(unit, 'enterprise_smoothed', low)) }));
    const now = direction(unit);
    return parts.length ? say.name(model.units.get(unit)) + t('colon') + parts.join(t('semicolon')) + t('end') + (now ? ' ' + t('direction_' + now.way, { day: say.day(iso(now.time)), rt: words(unit, { key: 'rt_mean' }, now.time) }) : '') : t('nothing');
  }

  // Whether cases grew or shrank on the last day shown that tells: by the interval of Rt, which is above 1, below it, or holds it.
  const ARROWS = { up: '↗', down: '↘', open: '→' };
  function direction(unit) {
    const time = shown(unit).reverse().find((day) => value(unit, 'rt_low', day) !== undefined && value(unit, 'rt_high', day) !== undefined);
    if (time === undefined) return undefined;
    const way = value(unit, 'rt_low', time) > 1 ? 'up' : value(unit, 'rt_high', time) < 1 ? 'down' : 'open';
    return { time, way, arrow: ARROWS[way] };
  }

  function render() {
    const unit = choices.chosen.district;
    if (!model.units.has(unit)) return;
    range.render();
    const view = model.days[unit], name = say.name(model.units.get(unit)), panels = view ? kinds(unit).filter((m) => has(unit, m.key)) : [], flags = flagsOf(unit);
    figures.show('series-chart', { title: t('daysTitle', { name }) + range.words(), finding: view ? finding(unit) : t('nothing'),
      columns: [{ title: t('day'), text: iso }].concat(panels.map((m) => ({ title: t(m.title) + ', ' + t(m.unit), text: (time) => words(unit, m, time), numbers: (time) => (isCases(m) ? { smoothed: value(unit, m.key, time), reported: value(unit, 'new_cases', time) } : { value: value(unit, m.key, time) }) })),
        view && view.levels.policy_grade ? [{ title: t('dayPolicy'), text: (time) => { const g = level(unit, 'policy_grade', time); return g === undefined ? '–' : g; } }] : [],
        [{ title: t('risk'), text: (time) => levelWords(unit, time) }, { title: t('flag'), text: (time) => flags.get(time) || '' }]),
      rows: view ? shown(unit) : [], spot: (time, option) => { const series = option.series.findIndex((s) => s.type === 'line' && s.name === name); return series < 0 ? undefined : { seriesIndex: series, dataIndex: shown(unit).indexOf(time) }; }, draw: view && panels.length ? (width) => draw(unit, width) : undefined });
  }

  return { render, MEASURES, has, times, shown, direction, value, level, reported, bands, flagsOf, marks, absent, isCases, kinds, at, iso, monthOf, DAY };
})();
