'use strict';
// Who is most like the chosen member, and where it stands among them.
const alike = (function () {
  const { t } = say;
  // Told apart by shape as well as by colour; group 0 is none.
  const GROUPS = [['#8d99a5', 'emptyCircle'], ['#0b6aa2', 'circle'], ['#c4690f', 'triangle'], ['#3a8a5f', 'rect'], ['#a04fa0', 'diamond'], ['#8a6d00', 'pin'], ['#b03a6b', 'arrow']];
  const look = (group) => GROUPS[group < GROUPS.length ? group : 1 + ((group - 1) % (GROUPS.length - 1))];
  const label = (id) => { const u = model.units.get(id); return u ? say.name(u) + (u.namesake ? t('inCity', { city: say.name(model.units.get(u.city)) }) : '') : id; };

  // In a wave everyone has days of their own; then members stand side by side over a shared period.
  function shared() {
    const own = choices.period();
    return own && own.kind !== 'wave' ? own : (model.periods.get(choices.chosen.city) || []).find((p) => p.kind !== 'wave') || own || { id: '' };
  }
  const median = (numbers) => { const s = [...numbers].sort((a, b) => a - b), n = s.length; return n ? (s[(n - 1) >> 1] + s[n >> 1]) / 2 : undefined; };

  function render() {
    if (!document.getElementById('peers-chart')) return;
    const { district, weighting } = choices.chosen, period = shared(), near = model.peers.get(district) || [];
    const place = (group) => (model.ranks.get(model.key(group, period.id, weighting)) || []).find((r) => r.unit === district);
    const among = place('peers'), group = place('similar');
    const composite = (id) => model.composites.get(model.key(id, period.id, weighting));
    const rows = near.length ? [{ id: district, text: t('itself') }].concat(near.map((p) => ({ id: p.peer, distance: p.distance, text: say.number(p.distance), by: p.by ? t('mostBy', { name: say.id('variable', p.by), share: say.percent(p.share) }) : '–' }))) : [];
    const middle = among && among.rank !== undefined ? median(rows.map((r) => composite(r.id)).filter((c) => c && c.status === 'ok' && c.score !== undefined).map((c) => c.score)) : undefined;
    const name = model.units.has(district) ? say.name(model.units.get(district)) : '';
    const own = (r) => r.id === district;
    figures.show('peers-chart', { title: t('peersTitle', { name, period: period.id ? choices.periodTitle(period) : '' }),
      finding: !near.length ? t('peersNone', { name }) : (among && among.rank !== undefined ? t('peersFound', { name, count: near.length, rank: say.rank(among), of: among.compared, class: standing.classed(among.standing, middle) }) : t('peersUnranked', { name })) + (group && group.rank !== undefined ? ' ' + t('similarFound', { of: group.compared, rank: say.rank(group), class: standing.classed(group.standing) }) : ''),
      columns: [{ title: t('name'), text: (r) => label(r.id) }, { title: t('distance'), text: (r) => r.text, numbers: (r) => ({ distance: r.distance }) }, { title: t('colMostBy'), text: (r) => r.by || '–' },
        { title: t('colComposite'), text: (r) => say.score(composite(r.id)), numbers: (r) => ({ value: (composite(r.id) || {}).score, low: (composite(r.id) || {}).low, high: (composite(r.id) || {}).high }) },
        { title: t('colRankPeers'), text: (r) => (own(r) ? say.rank(among) : t('peer')) }],
      rows, link: (r) => (choices.embedded(r.id) ? choices.address({ district: r.id, among: undefined }) : undefined), chosen: own,
      draw: (width) => charts.caterpillar(rows.map((r) => { const c = composite(r.id) || {}; return { head: label(r.id), right: r.text, chosen: own(r), standing: own(r) ? (among ? among.standing : 'not_ranked') : 'context', score: c.score, low: c.low, high: c.high, absent: say.id('status', c.status || 'missing_input'), tip: label(r.id) + '\n' + t('distance') + t('colon') + r.text + '\n' + say.score(c) }; }), middle,
        { step: 34, top: 34, bottom: 46, left: width < 480 ? 112 : 220, right: 90, rightTitle: t('distance'), axis: t('compositeAxis') }) });
    likeness(district, near.map((p) => p.peer));
  }

  function likeness(district, near) {
    if (!document.getElementById('similar-chart')) return;
    const dots = model.similar.filter((d) => model.units.has(district) && d.level === model.level(district)), own = dots.find((d) => d.unit === district);
    const names = say.list(model.variables.map((v) => say.id('variable', v)));
    const size = own && own.group !== undefined ? dots.filter((d) => d.group === own.group).length - 1 : 0;
    figures.show('similar-chart', { title: t('similarTitle', { names }), finding: own ? t(own.group === undefined ? 'similarNone' : 'similarIn', { name: label(district), group: own.group, others: size }) : t('nothing'),
      columns: [{ title: t('name'), text: (d) => label(d.unit) }, { title: t('peerGroup'), text: (d) => (d.group === undefined ? '–' : d.group), numbers: (d) => ({ group: d.group }) }, { title: t('pc1'), text: (d) => say.fixed(d.pc1, 2), numbers: (d) => ({ value: d.pc1 }) }, { title: t('pc2'), text: (d) => say.fixed(d.pc2, 2), numbers: (d) => ({ value: d.pc2 }) }]
        .concat(model.variables.map((v) => ({ title: t('inDeviations', { name: say.id('variable', v) }), text: (d) => (d[v] === undefined ? '–' : say.fixed(d[v], 2)), numbers: (d) => ({ value: d[v] }) }))),
      rows: dots, link: (d) => choices.address({ district: d.unit, among: undefined }), chosen: (d) => d.unit === district, spot: (d, option) => { const series = option.series.findIndex((s) => s.type === 'scatter' && s.data.some((one) => one.dot && one.dot.unit === d.unit)); return series < 0 ? undefined : { seriesIndex: series, dataIndex: option.series[series].data.findIndex((one) => one.dot.unit === d.unit) }; }, draw: own ? (width) => scatter(dots, own, new Set(near), width) : undefined });
  }

  function scatter(dots, own, near, width) {
    const narrow = width < 560, groups = [...new Set(dots.map((d) => d.group || 0))].sort((a, b) => a - b);
    const name = (g) => (g ? t('groupNo', { group: g }) : t('noGroup')), named = (d) => d === own || near.has(d.unit);
    const axis = { scale: true, boundaryGap: ['6%', '6%'], axisLabel: charts.text(12), nameLocation: 'middle', nameTextStyle: charts.text(12) };
    const share = (which, s) => t(which) + (s === undefined ? '' : ', ' + t('ofVariance', { share: say.percent(s) }));
    return { height: narrow ? 380 : 460, option: Object.assign(charts.calm(), {
      grid: { left: narrow ? 58 : 64, right: narrow ? 20 : 110, top: 46, bottom: 50 },
      legend: { top: 4, left: 0, itemWidth: 14, textStyle: charts.text(12), selectedMode: false, data: groups.map(name) },
      tooltip: charts.tip({ formatter: (p) => (p.data.dot ? label(p.data.dot.unit) + '\n' + name(p.data.dot.group || 0) : '') }),
      xAxis: charts.valueAxis(Object.assign({}, axis, { name: share('pc1', own.share1), nameGap: 28 })), yAxis: charts.valueAxis(Object.assign({}, axis, { name: share('pc2', own.share2), nameGap: 38 })),
      series: [{ type: 'lines', coordinateSystem: 'cartesian2d', silent: true, z: 1, lineStyle: { color: charts.color('edge'), width: 1, opacity: 1 }, data: dots.filter((d) => near.has(d.unit)).map((d) => ({ coords: [[own.pc1, own.pc2], [d.pc1, d.pc2]] })) }]
        .concat(groups.map((g) => ({ type: 'scatter', name: name(g), symbol: look(g)[1], symbolSize: 10, z: 2, itemStyle: { color: look(g)[0] }, labelLayout: { hideOverlap: true },
          data: dots.filter((d) => (d.group || 0) === g).map((d) => ({ value: [d.pc1, d.pc2], dot: d, symbolSize: d === own ? 16 : named(d) ? 12 : 9, itemStyle: d === own ? { borderColor: charts.color('ink'), borderWidth: 2.5 } : { opacity: named(d) ? 1 : 0.55 },
            label: Object.assign({ show: named(d), position: d === own ? 'top' : d.pc1 > own.pc1 ? 'right' : 'left', formatter: label(d.unit), textBorderColor: charts.color('paper'), textBorderWidth: 3, fontWeight: d === own ? 'bold' : 'normal' }, charts.text(12, 'ink')) })) })))
    }) };
  }

  return { render };
})();
