'use strict';
// The charts of days and of places.
(function () {
  const { LEVELS, SHADES, INK, MUTED, RULE, CITY, FONT, text, calm, tip, rect, word, valueAxis } = charts;
  const DAY = 864e5;
  const OWN = '#0b6aa2';

  const percent = (v) => (v > 0 ? '+' : v < 0 ? '−' : '') + Math.abs(Math.round(100 * v)) + ' %';
  const plain = (v) => (Math.abs(v) >= 10 ? v.toFixed(0) : v.toFixed(2)).replace('-', '−');

  charts.series = function (view, city, waves, width) {
    const narrow = width < 560;
    const start = Date.parse(view.first + 'T00:00:00Z');
    const panels = [
      { title: 'Cases a day, 7-day mean', key: 'new_cases_smoothed', own: true, height: 130, format: plain },
      { title: 'Reproduction number Rt with its 95 % interval', key: 'rt_mean', height: 120, format: plain },
      { title: 'Mobility against its baseline, 7-day mean', key: 'mobility_smoothed', height: 120, format: percent },
      { title: 'Enterprise activity against its baseline, 7-day mean', key: 'enterprise_smoothed', height: 120, format: percent }
    ].filter((p) => (view.daily[p.key] || []).some((v) => v !== null));
    const absent = ['new_cases_smoothed', 'rt_mean', 'mobility_smoothed', 'enterprise_smoothed'].length - panels.length;
    const left = narrow ? 48 : 62, right = 14;
    const same = city && city !== view;
    let top = 34;
    const grids = [], xAxes = [], yAxes = [], titles = [], series = [];
    const points = (from, key) => from.daily[key].map((v, i) => [Date.parse(from.first + 'T00:00:00Z') + i * DAY, v]);
    const longest = Math.max(...Object.values(view.daily).map((v) => v.length));
    const range = { min: start, max: start + (longest - 1) * DAY };
    const bands = (first) => ({ silent: true, itemStyle: { color: 'rgba(86, 97, 108, 0.10)' }, label: Object.assign({ show: first, position: 'insideTopLeft' }, text(11)),
      data: waves.map((w) => [{ name: w.title, xAxis: Date.parse(w.first + 'T00:00:00Z') }, { xAxis: Date.parse(w.last + 'T00:00:00Z') }]) });
    function panel(title, height, last) {
      const index = grids.length;
      titles.push({ text: title, left: 0, top: top - 28, textStyle: Object.assign({ fontWeight: 600 }, text(13, INK)) });
      grids.push({ left, right, top, height });
      xAxes.push(Object.assign({ type: 'time', gridIndex: index, axisLine: { lineStyle: { color: '#9aa5b0' } }, axisTick: { show: false },
        axisLabel: Object.assign({ show: last, hideOverlap: true }, text(12)), splitLine: { show: false } }, range));
      top += height + 52;
      return index;
    }
    for (const p of panels) {
      const index = panel(p.title, p.height, false);
      const axis = { xAxisIndex: index, yAxisIndex: index };
      const isRt = p.key === 'rt_mean';
      yAxes.push(valueAxis({ gridIndex: index, splitNumber: 3, max: isRt ? (v) => Math.min(4, Math.ceil(v.max)) : undefined, min: isRt || p.own ? 0 : undefined,
        axisLabel: Object.assign({ formatter: p.format === percent ? percent : undefined }, text(12)) }));
      if (isRt) {
        const low = view.daily.rt_low, high = view.daily.rt_high;
        const band = { type: 'line', stack: 'rt', stackStrategy: 'all', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } };
        series.push(Object.assign({ data: low.map((v, i) => [start + i * DAY, v]) }, band, axis));
        series.push(Object.assign({ data: high.map((v, i) => [start + i * DAY, v === null ? null : v - low[i]]), areaStyle: { color: OWN, opacity: 0.18 } }, band, axis));
      }
      if (same && !p.own) {
        series.push(Object.assign({ name: city.title, type: 'line', symbol: 'none', data: points(city, p.key), lineStyle: { color: CITY, width: 1.5, type: 'dashed' }, itemStyle: { color: CITY } }, axis));
      }
      series.push(Object.assign({ name: view.title, type: 'line', symbol: 'none', data: points(view, p.key), lineStyle: { color: OWN, width: 2 }, itemStyle: { color: OWN },
        areaStyle: p.own ? { color: OWN, opacity: 0.12 } : undefined, markArea: bands(index === 0),
        markLine: isRt ? { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: INK, type: 'dotted' }, data: [{ yAxis: 1 }] } : undefined,
        tooltip: { valueFormatter: (v) => (v === null || v === undefined ? 'not observed' : p.format(v)) } }, axis));
    }
    const risk = view.daily.risk_level;
    if (risk && risk.some((v) => v !== null)) {
      const runs = [];
      risk.forEach((level, i) => {
        const last = runs[runs.length - 1];
        if (last && last[2] === level) last[1] = i + 1;
        else runs.push([i, i + 1, level]);
      });
      const index = panel('Risk level by day: G green, B blue, Y yellow, O orange, R red', 24, true);
      yAxes.push({ type: 'value', gridIndex: index, show: false, min: 0, max: 1 });
      series.push({ type: 'custom', xAxisIndex: index, yAxisIndex: index, silent: true, tooltip: { show: false }, clip: true,
        data: runs.map((r) => [start + r[0] * DAY, 0.5, start + r[1] * DAY, r[2]]), encode: { x: [0, 2], y: 1 },
        renderItem: (params, api) => {
          const a = api.coord([api.value(0), 1]), b = api.coord([api.value(2), 0]);
          const run = runs[params.dataIndex];
          if (run[2] === null) return { type: 'group', children: [] };
          const [letter, color] = LEVELS[run[2] - 1];
          const children = [rect(a[0], a[1], b[0] - a[0], b[1] - a[1], color)];
          if (b[0] - a[0] > 13) children.push(word((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, letter, { fill: INK, align: 'center', fontSize: 12, fontWeight: 'bold', fontFamily: FONT }));
          return { type: 'group', children };
        } });
    } else if (xAxes.length) {
      xAxes[xAxes.length - 1].axisLabel.show = true;
    }
    if (absent) titles.push({ text: absent + ' of 4 kinds of daily values: not observed', left: 0, top: top - 24, textStyle: Object.assign({ fontWeight: 'normal', fontStyle: 'italic' }, text(12)) });
    return { height: Math.max(80, top + (absent ? 10 : -16)), option: Object.assign({ useUTC: true }, calm, {
      title: titles, grid: grids, xAxis: xAxes, yAxis: yAxes, series,
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: '#9aa5b0' } },
      tooltip: Object.assign({}, tip, { trigger: 'axis' })
    }) };
  };

  charts.map = function (view, cityId, shapes, chosen, width) {
    const rows = new Map(view.rows.map((r) => [r.id, r]));
    const values = view.rows.map((r) => r.value).filter((v) => v !== undefined);
    const min = Math.min(...values), max = Math.max(...values);
    const points = shapes.features.flatMap((f) => f.geometry.coordinates.flat(2));
    const range = (axis) => points.reduce(([low, high], p) => [Math.min(low, p[axis]), Math.max(high, p[axis])], [Infinity, -Infinity]);
    const [west, east] = range(0), [south, north] = range(1);
    const squeeze = Math.max(0.2, Math.cos(((south + north) / 2) * Math.PI / 180));
    const narrow = width < 560;
    const room = width - (narrow ? 10 : 180);
    const height = Math.round(Math.min(640, Math.max(200, (room * (north - south)) / ((east - west) * squeeze)))) + (narrow ? 110 : 20);
    const few = view.rows.length <= 40;
    const steps = max > min ? 5 : 1;
    const cut = (i) => min + ((max - min) * i) / steps;
    const figure = (v) => v.toFixed(max - min >= 20 ? 0 : max - min >= 2 ? 1 : 3).replace('-', '−');
    const shade = (v) => SHADES[steps === 1 ? 2 : Math.min(4, Math.floor(((v - min) / (max - min)) * 5))];
    return { height, option: Object.assign({}, calm, {
      tooltip: Object.assign({}, tip, { formatter: (p) => { const r = rows.get(p.name); return r ? [r.head].concat(r.cells).join('\n') : ''; } }),
      visualMap: values.length ? { type: 'piecewise', left: 0, bottom: 0, itemWidth: 18, itemHeight: 12, textStyle: text(12), seriesIndex: [],
        pieces: Array.from({ length: steps }, (_, i) => ({ label: figure(cut(i)) + ' to ' + figure(cut(i + 1)), gte: cut(i), lte: cut(i + 1), color: SHADES[steps === 1 ? 2 : i] })),
        selectedMode: false, hoverLink: false } : undefined,
      series: [{
        type: 'map', map: cityId, nameProperty: 'name', aspectScale: squeeze, selectedMode: false,
        left: narrow ? 5 : 160, right: narrow ? 5 : 20, top: 10, bottom: narrow ? 100 : 10, emphasis: { disabled: true },
        itemStyle: { areaColor: '#f5f5f2', borderColor: '#ffffff', borderWidth: 1.5 },
        label: { show: few, formatter: (p) => { const r = rows.get(p.name); return r ? r.head + '\n' + r.label : ''; }, fontFamily: FONT, fontSize: 12, lineHeight: 15, color: INK },
        data: view.rows.map((r) => ({ name: r.id, value: r.value === undefined ? NaN : r.value,
          label: { color: r.value !== undefined && SHADES.indexOf(shade(r.value)) >= 3 ? '#ffffff' : INK },
          itemStyle: Object.assign(
            r.value === undefined
              ? { areaColor: '#f5f5f2', decal: { symbol: 'line', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: 'rgba(86,97,108,0.35)' } }
              : { areaColor: shade(r.value) },
            r.id === chosen ? { borderColor: INK, borderWidth: 2.5 } : {}) }))
      }]
    }) };
  };
})();
