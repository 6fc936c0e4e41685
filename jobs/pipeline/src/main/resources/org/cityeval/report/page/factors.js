'use strict';
// What the ranks of a group rest on: the measurement, and choices of method.
const rests = (function () {
  const { t } = say;
  const known = (group) => [...model.factors.keys()].some((k) => k.startsWith(group + '|'));
  const groupOf = (id) => (id === 'own' ? choices.chosen.city : id);

  // Groups of which it is known; the one that the ranking above is about comes first.
  function groups() {
    const all = [choices.chosen.among, 'cities', 'own'].concat(model.furtherGroups);
    return [...new Set(all)].filter((id) => id && known(groupOf(id))).map((id) => ({ id, title: choices.groupTitle(groupOf(id)) }));
  }

  function draw(rows, width) {
    const left = width < 560 ? 130 : 230;
    const bar = (values, color, z) => ({ type: 'bar', data: values, barWidth: 14, barGap: '-100%', z, itemStyle: { color } });
    const own = rows.map((r, i) => [r.own && r.own.total, i]).filter((d) => d[0] !== undefined);
    return { height: rows.length * 38 + 74, option: Object.assign(charts.calm(), {
      grid: { left, right: 56, top: 10, bottom: 44 },
      tooltip: charts.tip({ formatter: (p) => { const r = rows[p.seriesIndex === 2 ? own[p.dataIndex][1] : p.dataIndex]; return say.id('factor', r.factor) + '\n' + t('factorTotal') + t('colon') + say.percent(r.total) + '\n' + t('factorFirst') + t('colon') + say.percent(r.first) + (r.own ? '\n' + t('factorOwn') + t('colon') + say.percent(r.own.total) : ''); } }),
      xAxis: charts.valueAxis({ min: 0, max: 1, interval: width < 560 ? 0.5 : 0.2, name: t('shareOfVariance'), nameLocation: 'middle', nameGap: 28, nameTextStyle: charts.text(12), axisLabel: Object.assign({ formatter: (v) => say.percent(v) }, charts.text(12)) }),
      yAxis: charts.rowAxis(rows.map((r) => say.id('factor', r.factor)), left - 14, 'left'),
      series: [bar(rows.map((r) => r.total), '#9dc1dd', 1), bar(rows.map((r) => r.first), '#2b76b3', 2), { type: 'custom', z: 3, data: own,
        renderItem: (params, api) => { const p = api.coord([api.value(0), api.value(1)]); return { type: 'group', children: [charts.marker(p[0], p[1], 7, 'context')] }; } }]
    }) };
  }

  function render() {
    if (!document.getElementById('factors-chart')) return;
    const { basis, period, weighting, district } = choices.chosen, group = groupOf(basis);
    const all = model.factors.get(model.key(group, period, weighting)) || [];
    const rows = all.filter((f) => f.unit === undefined).sort((a, b) => b.total - a.total).map((f) => Object.assign({ own: all.find((o) => o.unit === district && o.factor === f.factor) }, f));
    const share = (f, key) => (f ? say.percent(f[key]) : t('notRankedInIt'));
    figures.show('factors-chart', { title: t('factorsTitle', { group: choices.groupTitle(group || '') }), finding: !rows.length ? t('nothing') : rows[0].total === 0 ? t('factorsNone') : t('factorsFound', { factor: say.id('factor', rows[0].factor), share: say.percent(rows[0].total) }),
      columns: [{ title: t('factor'), text: (r) => say.id('factor', r.factor) }, { title: t('factorTotal'), text: (r) => share(r, 'total'), numbers: (r) => ({ share: r.total }) }, { title: t('factorFirst'), text: (r) => share(r, 'first'), numbers: (r) => ({ share: r.first }) },
        { title: t('factorOwn'), text: (r) => share(r.own, 'total'), numbers: (r) => ({ share: r.own && r.own.total }) }],
      rows, draw: (width) => draw(rows, width) });
  }

  return { render, groups };
})();
