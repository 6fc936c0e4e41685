'use strict';
// What changed since the vintage before: what the two rest on, the values, and the ranks.
const revisions = (function () {
  const { t } = say;
  const data = model.revision;
  const because = (causes) => say.list(causes.split('+').map((c) => say.id('cause', c)));
  const labels = (id) => { const u = model.units.get(id); return u ? standing.named({ unit: u }) : id; };
  const sum = (rows, key) => rows.reduce((total, r) => total + (r[key] || 0), 0);

  // A rank, or that there was none.
  const place = (r, of) => say.rank(r[of] === undefined ? undefined : { rank: r[of], low: r[of + 'Low'], high: r[of + 'High'] });
  function state(r, of) {
    const status = r[of + 'Status'];
    if (status === undefined) return t('notThere');
    // Totals stand here as the tables hold them, not per resident.
    const indicator = Object.assign({}, model.indicators.get(r.indicator), { perResident: false });
    return say.value({ value: r[of], low: r[of + 'Low'], high: r[of + 'High'], status: status === 'ok' ? undefined : status }, indicator);
  }

  function draw(rows, all, width) {
    const narrow = width < 480, left = narrow ? 112 : 190, right = narrow ? 78 : 120, step = 30;
    const worst = Math.max(2, ...rows.flatMap((r) => [r.before, r.now, r.beforeHigh, r.nowHigh]).filter((v) => v !== undefined));
    const muted = charts.color('same');
    return { height: rows.length * step + 80, option: Object.assign(charts.calm(), {
      grid: { left, right, top: 34, bottom: 46 },
      tooltip: charts.tip({ formatter: (p) => { const r = rows[p.dataIndex]; return labels(r.unit) + '\n' + t('colBefore') + t('colon') + place(r, 'before') + '\n' + t('colNow') + t('colon') + place(r, 'now') + '\n' + because(r.because); } }),
      title: [{ text: t('beforeToNow'), right: 0, top: 0, textStyle: Object.assign({ fontWeight: 'normal' }, charts.text(12)) }],
      xAxis: charts.valueAxis({ min: 1, max: worst, inverse: true, minInterval: 1, name: t('rankAxis'), nameLocation: 'middle', nameGap: 26, nameTextStyle: charts.text(12) }),
      yAxis: [charts.rowAxis(rows.map((r) => labels(r.unit)), left - 14, 'left', (i) => rows[i].unit === choices.chosen.district),
        charts.rowAxis(rows.map((r) => (r.before === undefined ? '–' : r.before) + ' → ' + (r.now === undefined ? '–' : r.now)), right - 12, 'right')],
      series: [{ type: 'custom', data: rows.map((r, i) => [r.now === undefined ? worst : r.now, i]), renderItem: (params, api) => {
        const r = rows[params.dataIndex], y = api.coord([1, params.dataIndex])[1], at = (v) => api.coord([v, params.dataIndex])[0];
        const children = [];
        if (r.nowLow !== undefined) children.push(charts.line(at(r.nowLow), y, at(r.nowHigh), y, charts.color('middle'), 6));
        if (r.before !== undefined && r.now !== undefined) children.push(charts.line(at(r.before), y, at(r.now), y, charts.standing(r.nowClass), 2));
        if (r.before !== undefined) children.push({ type: 'circle', shape: { cx: at(r.before), cy: y, r: 4.5 }, style: { fill: charts.color('paper'), stroke: muted, lineWidth: 1.5 } });
        if (r.now !== undefined) children.push(charts.marker(at(r.now), y, 7, r.nowClass));
        return { type: 'group', children };
      } }, { type: 'custom', yAxisIndex: 1, data: rows.map((_, i) => [1, i]), silent: true, renderItem: () => ({ type: 'group', children: [] }) }]
    }) };
  }

  function ranks() {
    const group = choices.group(), { period, weighting } = choices.chosen, at = model.key(group, period, weighting);
    const rows = (data.ranks.get(at) || []), all = data.groups.get(at) || { both: 0, moved: 0, beyond: 0, classed: 0, differ: 0, onlyBefore: 0, onlyNow: 0 };
    const where = choices.groupTitle(group) + (choices.period() ? t('comma') + choices.periodTitle(choices.period()) : '') + t('comma') + say.id('weighting', weighting);
    figures.show('revisions-chart', { title: t('revisedRanksTitle', { where }), finding: data.unreadable ? '' : t('revisedRanks', all) + (rows.length < all.differ ? ' ' + t('revisedShown', { shown: rows.length }) : ''),
      columns: [{ title: t('name'), text: (r) => labels(r.unit) },
        { title: t('colBefore'), text: (r) => place(r, 'before'), numbers: (r) => ({ rank: r.before, low: r.beforeLow, high: r.beforeHigh }) },
        { title: t('colNow'), text: (r) => place(r, 'now'), numbers: (r) => ({ rank: r.now, low: r.nowLow, high: r.nowHigh }) },
        { title: t('colPlaces'), text: (r) => (r.before === undefined || r.now === undefined ? '–' : r.now === r.before ? '0' : t(r.now < r.before ? 'placesUp' : 'placesDown', { places: Math.abs(r.now - r.before) })), numbers: (r) => ({ places: r.before === undefined || r.now === undefined ? undefined : r.before - r.now }) },
        { title: t('colClassBefore'), text: (r) => standing.classed(r.beforeClass) }, { title: t('colClassNow'), text: (r) => standing.classed(r.nowClass) }, { title: t('colBecause'), text: (r) => because(r.because) }],
      rows, link: (r) => (choices.embedded(r.unit) ? choices.address({ district: r.unit, among: choices.chosen.among }) : undefined), chosen: (r) => r.unit === choices.chosen.district, draw: (width) => draw(rows, all, width) });
  }

  function render() {
    if (!data || !document.getElementById('revisions')) return;
    const counts = data.indicators, both = sum(counts, 'equal') + sum(counts, 'interval') + sum(counts, 'value') + sum(counts, 'word');
    document.getElementById('revisions-since').textContent = data.unreadable ? t('revisedUnreadable', { before: say.day(data.before), now: say.day(model.asOf), why: data.unreadable })
      : t('revisedFound', { before: say.day(data.before), now: say.day(model.asOf), both: say.number(both), value: say.number(sum(counts, 'value')), beyond: say.number(sum(counts, 'beyond')), word: say.number(sum(counts, 'word')), onlyNow: say.number(sum(counts, 'onlyNow')), onlyBefore: say.number(sum(counts, 'onlyBefore')) });
    ranks();
    const period = (r) => { const unit = model.units.get(r.unit), p = unit && model.periodOf(unit.city || unit.id, r.period); return p ? choices.periodTitle(p) : r.period; };
    figures.show('revised-values', { title: t('revisedValuesTitle'), finding: t('revisedValuesNote'),
      columns: [{ title: t('name'), text: (r) => labels(r.unit) }, { title: t('indicator'), text: (r) => r.indicator + ' ' + say.title(model.indicators.get(r.indicator)) }, { title: t('kindLabel_period'), text: period },
        { title: t('colBefore'), text: (r) => state(r, 'before'), numbers: (r) => ({ value: r.before, low: r.beforeLow, high: r.beforeHigh }) }, { title: t('colNow'), text: (r) => state(r, 'now'), numbers: (r) => ({ value: r.now, low: r.nowLow, high: r.nowHigh }) },
        { title: t('colSize'), text: (r) => (r.size === undefined ? '–' : say.fixed(r.size, 2)), numbers: (r) => ({ size: r.size }) }, { title: t('colWithin'), text: (r) => t(r.beyond === undefined ? 'notCompared' : r.beyond ? 'outsideInterval' : 'insideInterval') }, { title: t('colBecause'), text: (r) => because(r.because) }],
      rows: data.values.filter((r) => model.indicators.has(r.indicator)), link: (r) => (choices.embedded(r.unit) ? choices.address({ district: r.unit, among: undefined }) : undefined), chosen: (r) => r.unit === choices.chosen.district });
    const count = (key, title) => ({ title: t(title), text: (r) => say.number(r[key]), numbers: (r) => ({ count: r[key] }) });
    figures.show('revised-indicators', { title: t('revisedIndicatorsTitle'), finding: '',
      columns: [{ title: t('indicator'), text: (r) => r.indicator + ' ' + say.title(model.indicators.get(r.indicator)) }, { title: t('colLevel'), text: (r) => t('kindLabel_' + r.level) }, count('value', 'colChanged'), count('beyond', 'colBeyond'), count('interval', 'colIntervalAlone'), count('word', 'colStatusChanged'), count('equal', 'colEqual'), count('onlyNow', 'colOnlyNow'), count('onlyBefore', 'colOnlyBefore')],
      rows: counts.filter((r) => model.indicators.has(r.indicator)) });
    figures.show('revised-inputs', { title: t('revisedInputsTitle'), finding: data.unreadable || data.inputs.length ? '' : t('revisedInputsNone'),
      columns: [{ title: t('colKindOfInput'), text: (r) => say.id('cause', r.cause) }, { title: t('colWhat'), text: (r) => (r.what === undefined ? '–' : r.cause === 'method' && model.indicators.has(r.what) ? r.what + ' ' + say.title(model.indicators.get(r.what)) : r.what) },
        { title: t('colBefore'), text: (r) => (r.before === undefined ? t('notThere') : r.before) }, { title: t('colNow'), text: (r) => (r.now === undefined ? t('notThere') : r.now) }],
      rows: data.inputs });
  }

  return { render };
})();
