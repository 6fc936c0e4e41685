'use strict';
// One district's or city's indicators beside those of its group.
const profiles = (function () {
  const { t } = say;
  // Where some are censored, the part of the bar at its bad end that is kept for them.
  const ROOM = 0.08;

  const known = (v) => v !== undefined && (v.status === undefined ? v.value !== undefined : v.status === 'censored' && v.low > 0);

  // From the worst of the group, 0, to its best, 1.
  function scaled(spread, value) {
    const room = spread.open ? ROOM : 0;
    if (value === undefined) return room / 2;
    const at = spread.best === spread.worst ? 0.5 : (value - spread.worst) / (spread.best - spread.worst);
    return room + (1 - room) * Math.max(0, Math.min(1, at));
  }

  function rowsOf(unit, period) {
    const group = model.ownGroup(unit);
    return [...model.indicators.values()].map((indicator) => {
      const value = model.values.get(model.key(unit, period, indicator.id));
      return value && { indicator, value, spread: model.spreads.get(model.key(group, period, indicator.id)), better: model.better(indicator.id, unit) };
    }).filter(Boolean);
  }

  const sign = (r) => (r.better === 'context' ? 'context' : r.value.standing || 'unknown');
  const head = (r) => r.indicator.id + ' ' + say.title(r.indicator);
  function status(v) {
    if (v.status === undefined) return say.id('status', 'ok');
    return say.id('status', v.status) + (v.reason !== undefined ? t('colon') + say.phrase(model.reasons[v.reason]) : '');
  }
  function medianOf(r) {
    if (!r.spread || !r.value.standing) return t('notCompared');
    const words = (v) => { const unit = say.unit(r.indicator.unit, r.indicator.perResident, say.number(v)); return say.number(v) + (unit ? ' ' + unit : ''); };
    return r.spread.median !== undefined ? words(r.spread.median) : r.spread.medianExceeds !== undefined ? t('moreThan', { value: words(r.spread.medianExceeds) }) : '–';
  }
  const position = (r) => (r.value.position === undefined ? '–' : t('position', { at: r.value.position, low: r.value.positionLow, high: r.value.positionHigh, of: r.spread.size }));
  const classed = (r) => (r.better === 'context' ? t('contextOnly') : r.value.standing === undefined ? t('notCompared') : r.value.standing === 'unknown' ? t('class_unknown') : standing.classed(r.value.standing));

  function columns(points) {
    const v = (r) => r.value;
    return [
      { title: t('indicator'), text: head },
      { title: t('dimension'), text: (r) => say.title(model.dimensions.get(r.indicator.dimension)) },
      { title: t('colValue'), text: (r) => say.value(v(r), r.indicator), numbers: (r) => ({ value: v(r).value, low: v(r).low, high: v(r).high }) },
      { title: t('colMedian'), text: medianOf },
      { title: t('colClass'), text: classed },
      { title: t('colPosition'), text: position, numbers: (r) => ({ position: v(r).position, low: v(r).positionLow, high: v(r).positionHigh }) },
      { title: t('direction'), text: (r) => t('better_' + r.better) }
    ].concat(model.weightings.map((w) => ({ title: t('colPoints', { weighting: say.id('weighting', w) }), text: (r) => (points(w, r) === undefined ? '–' : say.tenths(points(w, r))), numbers: (r) => ({ points: points(w, r) }) })), [
      { title: t('status'), text: (r) => status(v(r)) },
      { title: 'n', text: (r) => (v(r).n === undefined ? '–' : v(r).n), numbers: (r) => ({ n: v(r).n }) },
      { title: t('colCoverage'), text: (r) => (v(r).coverage === undefined ? '–' : say.percent(v(r).coverage)), numbers: (r) => ({ share: v(r).coverage }) }
    ]);
  }

  function finding(unit, group, rows) {
    const names = (of) => rows.filter((r) => r.better !== 'context' && r.value.standing === of).map((r) => say.within(r.indicator));
    const strong = names('clearly_better'), weak = names('clearly_worse');
    const parts = [];
    if (strong.length) parts.push(t('profileBetter', { names: say.list(strong) }));
    if (weak.length) parts.push(t('profileWorse', { names: say.list(weak) }));
    const missing = rows.filter((r) => !known(r.value)).length;
    return t('profileFound', { name: say.name(unit), group: choices.groupTitle(group), what: parts.length ? parts.join(t('andClause')) : t('profileSame') })
      + (missing ? ' ' + t('profileMissing', { missing, all: rows.length }) : '');
  }

  // A bar with the middle half and the median, which every chart of a group's values stands on.
  function spine(at, y, s) {
    const mark = (v) => at(scaled(s, v));
    const bad = mark(s.lowerQuartile), good = mark(s.upperQuartile);
    const median = s.median !== undefined ? s.median : s.medianExceeds !== undefined ? undefined : s.middle;
    return [charts.rect(at(0), y - 6, at(1) - at(0), 12, charts.color('bar')), charts.rect(bad, y - 6, good - bad, 12, charts.color('middle'))]
      .concat(s.open ? [charts.line(at(ROOM), y - 6, at(ROOM), y + 6, charts.color('edge'), 1)] : [], [charts.line(mark(median), y - 9, mark(median), y + 9, charts.color('ink'), 2)]);
  }

  function own(at, y, r, s) {
    const color = charts.standing(sign(r)), v = r.value;
    if (v.status === 'censored') {
      const end = at(scaled(s, v.low));
      // Open at the bad end: it lies anywhere from its follow-up to beyond.
      return [charts.line(at(0), y, end, y, color, 2.5), charts.line(end, y - 4, end, y + 4, color, 1.5),
        { type: 'polygon', shape: { points: [[at(0) - 7, y], [at(0) + 1, y - 4], [at(0) + 1, y + 4]] }, style: { fill: color } }, charts.marker(at(ROOM / 2), y, 7, sign(r))];
    }
    const line = v.low !== undefined && v.high !== undefined ? [charts.line(at(scaled(s, v.low)), y, at(scaled(s, v.high)), y, color, 2.5)] : [];
    return line.concat(charts.marker(at(scaled(s, v.value)), y, 7, sign(r)));
  }

  // Each dimension begins with its name.
  const linesOf = (rows) => rows.flatMap((r, i) => (!i || rows[i - 1].indicator.dimension !== r.indicator.dimension ? [{ heading: say.title(model.dimensions.get(r.indicator.dimension)) }, r] : [r]));

  function draw(rows, width) {
    const narrow = width < 600, lines = linesOf(rows);
    const onPaper = document.documentElement.classList.contains('paper');
    const left = narrow ? 136 : onPaper ? 180 : 260, right = narrow ? 16 : onPaper ? 264 : width < 1000 ? 250 : 310;
    return { height: lines.length * (onPaper ? 17 : narrow ? 40 : 28) + 50, option: Object.assign(charts.calm(), {
      grid: { left, right, top: 34, bottom: 10 },
      tooltip: charts.tip({ formatter: (p) => { const r = lines[p.dataIndex]; return r.heading ? '' : [head(r), say.value(r.value, r.indicator), t('colMedian') + t('colon') + medianOf(r), t('colPosition') + t('colon') + position(r), classed(r)].join('\n'); } }),
      xAxis: charts.valueAxis({ min: 0, max: 1, interval: 1, position: 'top', splitLine: { show: false },
        axisLabel: Object.assign({ formatter: (v) => t(v ? 'bestOfGroup' : 'worstOfGroup'), alignMinLabel: 'left', alignMaxLabel: 'right' }, charts.text(12)) }),
      yAxis: [charts.rowAxis(lines.map((r) => r.heading || head(r)), left - 14, 'left', (i) => Boolean(lines[i].heading)),
        charts.rowAxis(lines.map((r) => (r.heading || narrow ? '' : say.value(r.value, r.indicator))), right - 12, 'right')],
      series: [{ type: 'custom', data: lines.map((_, i) => [0, i]), renderItem: (params, api) => {
        const r = lines[params.dataIndex], y = api.coord([0, params.dataIndex])[1], at = (v) => api.coord([v, params.dataIndex])[0];
        return { type: 'group', children: r.heading || !r.spread ? [] : spine(at, y, r.spread).concat(own(at, y, r, r.spread)) };
      } }, { type: 'custom', yAxisIndex: 1, data: lines.map((_, i) => [0, i]), silent: true, renderItem: () => ({ type: 'group', children: [] }) }]
    }) };
  }

  function render() {
    const { district, period } = choices.chosen, unit = model.units.get(district);
    if (!unit) return;
    const group = model.ownGroup(district), rows = rowsOf(district, period);
    const points = (weighting, r) => {
      const weights = model.weightsOf(district, period, weighting), scores = model.scores.get(model.key(district, period));
      return scores && weights[r.indicator.id] > 0 && weights.aggregation !== 'geometric' ? weights[r.indicator.id] * scores[r.indicator.id] : undefined;
    };
    figures.show('profile-chart', { title: t('profileTitle', { name: say.name(unit), period: choices.period() ? choices.periodTitle(choices.period()) : '' }), finding: finding(unit, group, rows),
      columns: columns(points), rows, link: (r) => '#indicator-' + r.indicator.id, spot: (r) => { const at = linesOf(rows.filter((k) => known(k.value))).indexOf(r); return at < 0 ? undefined : { seriesIndex: 0, dataIndex: at }; }, draw: (width) => draw(rows.filter((r) => known(r.value)), width) });
    standingNow(unit, group);
  }

  // The rank of the chosen one, in a sentence above its indicators: a printed page begins with it.
  function standingNow(unit, group) {
    const { period, weighting } = choices.chosen;
    const place = document.getElementById('profile-standing'), m = model.members(group, period, weighting).find((of) => of.id === unit.id);
    place.textContent = m ? t('standsAt', { name: say.name(unit), group: choices.groupTitle(group), weighting: say.id('weighting', weighting), rank: say.rank(m.rank), of: m.rank.compared || '–', score: say.score(m.composite) }) + ' ' + standing.sentence(m, group, period, weighting) : '';
  }

  return { render, rowsOf, known, scaled, spine, head, medianOf };
})();
