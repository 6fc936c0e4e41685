'use strict';
// The charts of who is like whom, and of what ranks rest on.
(function () {
  const { INK, text, calm, tip, valueAxis, rowAxis, marker } = charts;
  // Told apart by shape as well as by colour; group 0 is none.
  const GROUPS = [['#9aa5b0', 'emptyCircle'], ['#0b6aa2', 'circle'], ['#b8500c', 'triangle'], ['#3a8a5f', 'rect'],
    ['#7a4fa3', 'diamond'], ['#8a6d00', 'pin'], ['#b03a6b', 'arrow']];
  const look = (group) => GROUPS[group < GROUPS.length ? group : 1 + ((group - 1) % (GROUPS.length - 1))];

  charts.scatter = function (map, chosen, peers, width) {
    const narrow = width < 560;
    const dots = map.dots;
    const at = new Map(dots.map((d) => [d.id, d]));
    const own = at.get(chosen);
    const near = new Set(peers);
    const groups = [...new Set(dots.map((d) => d.group))].sort((a, b) => a - b);
    const named = (d) => d.id === chosen || near.has(d.id);
    const axis = { scale: true, boundaryGap: ['6%', '6%'], axisLabel: text(12), nameLocation: 'middle', nameTextStyle: text(12) };
    return { height: narrow ? 400 : 520, option: Object.assign({}, calm, {
      grid: { left: narrow ? 58 : 64, right: narrow ? 20 : 110, top: 46, bottom: 50 },
      legend: { top: 4, left: 0, itemWidth: 14, textStyle: text(12), selectedMode: false, data: groups.map((g) => name(g)) },
      tooltip: Object.assign({}, tip, { formatter: (p) => (p.data.dot ? p.data.dot.head + '\n' + p.data.dot.cells[0] : '') }),
      xAxis: valueAxis(Object.assign({}, axis, { name: map.horizontal, nameGap: 28 })),
      yAxis: valueAxis(Object.assign({}, axis, { name: map.vertical, nameGap: 38 })),
      series: [{
        type: 'lines', coordinateSystem: 'cartesian2d', silent: true, z: 1, lineStyle: { color: '#9aa5b0', width: 1, opacity: 1 },
        data: own ? peers.filter((id) => at.has(id)).map((id) => ({ coords: [[own.across, own.up], [at.get(id).across, at.get(id).up]] })) : []
      }].concat(groups.map((g) => ({
        type: 'scatter', name: name(g), symbol: look(g)[1], symbolSize: 10, z: 2, itemStyle: { color: look(g)[0] },
        labelLayout: { hideOverlap: true },
        data: dots.filter((d) => d.group === g).map((d) => ({
          value: [d.across, d.up], dot: d, symbolSize: d.id === chosen ? 16 : named(d) ? 12 : 9,
          itemStyle: d.id === chosen ? { borderColor: INK, borderWidth: 2.5 } : { opacity: named(d) ? 1 : 0.55 },
          label: Object.assign({ show: named(d), position: d.id === chosen ? 'top' : d.across > (own ? own.across : 0) ? 'right' : 'left', formatter: d.head, textBorderColor: '#ffffff', textBorderWidth: 3,
            fontWeight: d.id === chosen ? 'bold' : 'normal' }, text(12, INK))
        }))
      })))
    }) };
    function name(g) { return g ? 'group ' + g : 'no group'; }
  };

  // Two bars on one line: what a factor explains by itself lies within what it has a part in.
  charts.shares = function (rows, width) {
    const left = width < 560 ? 130 : 230;
    const bar = (values, color, z) => ({ type: 'bar', data: values, barWidth: 14, barGap: '-100%', z, itemStyle: { color } });
    const own = rows.map((r, i) => [r.own, i]).filter((d) => d[0] !== undefined);
    return { height: rows.length * 38 + 74, option: Object.assign({}, calm, {
      grid: { left, right: 56, top: 10, bottom: 44 },
      tooltip: Object.assign({}, tip, { formatter: (p) => { const r = rows[p.seriesIndex === 2 ? own[p.dataIndex][1] : p.dataIndex];
        return r.head + '\ngroup: ' + r.cells[0] + ', by itself ' + r.cells[1] + '\nchosen: ' + r.cells[2] + ', by itself ' + r.cells[3]; } }),
      xAxis: valueAxis({ min: 0, max: 1, interval: width < 560 ? 0.5 : 0.2, name: 'share of the variance of a rank', nameLocation: 'middle', nameGap: 28, nameTextStyle: text(12),
        axisLabel: Object.assign({ formatter: (v) => Math.round(100 * v) + ' %' }, text(12)) }),
      yAxis: rowAxis(rows.map((r) => r.head), left - 14, 'left'),
      series: [bar(rows.map((r) => r.total), '#b7d1e6', 1), bar(rows.map((r) => r.first), '#0d4f86', 2), {
        type: 'custom', z: 3, data: own,
        renderItem: (params, api) => { const p = api.coord([api.value(0), api.value(1)]); return { type: 'group', children: [marker(p[0], p[1], 7, 'context')] }; }
      }]
    }) };
  };
})();
