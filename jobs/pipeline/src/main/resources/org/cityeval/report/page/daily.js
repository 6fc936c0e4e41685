'use strict';
// The charts of days and of places.
(function () {
  const { LEVELS, SHADES, INK, FONT, text, calm, tip, rect, word, valueAxis } = charts;
  const DAY = 864e5;
  const OWN = '#0b6aa2';

  const percent = (v) => (v > 0 ? '+' : v < 0 ? '−' : '') + Math.abs(Math.round(100 * v)) + ' %';
  const plain = (v) => (Math.abs(v) >= 10 ? v.toFixed(0) : v.toFixed(2)).replace('-', '−');

  // Each measure by its name; a day is looked up, so that district and city stand side by side.
  const MEASURES = [
    { title: 'Cases per 100,000 residents a day, 7-day mean', key: 'incidence', fromZero: true, height: 130, format: plain, unit: ' per 100,000' },
    { title: 'Cases a day, 7-day mean (residents unknown)', key: 'new_cases_smoothed', insteadOf: 'incidence', fromZero: true, height: 130, format: plain, unit: ' a day' },
    { title: 'Reproduction number Rt with its 95 % interval', key: 'rt_mean', fromZero: true, height: 120, format: plain, unit: '' },
    { title: 'Mobility against its baseline, 7-day mean', key: 'mobility_smoothed', height: 120, format: percent, unit: '' },
    { title: 'Enterprise activity against its baseline, 7-day mean', key: 'enterprise_smoothed', height: 120, format: percent, unit: '' }
  ];
  const hasDays = (view, key) => (view.daily[key] || []).some((v) => v !== null);
  const startOf = (view) => Date.parse(view.first + 'T00:00:00Z');

  charts.series = function (view, city, waves, width) {
    const narrow = width < 560;
    const start = startOf(view);
    const kinds = MEASURES.filter((p) => (p.insteadOf ? !hasDays(view, p.insteadOf) && hasDays(view, p.key) : p.key !== 'incidence' || hasDays(view, p.key) || !hasDays(view, 'new_cases_smoothed')));
    const panels = kinds.filter((p) => hasDays(view, p.key));
    const absent = kinds.filter((p) => !hasDays(view, p.key)).map((p) => p.title);
    const left = narrow ? 48 : 62, right = 14;
    const beside = city && city !== view ? city : undefined;
    const values = (from, key, time) => (from.daily[key] || [])[Math.round((time - startOf(from)) / DAY)];
    let top = 64;
    const grids = [], xAxes = [], yAxes = [], titles = [], series = [];
    const points = (from, key) => (from.daily[key] || []).map((v, i) => [startOf(from) + i * DAY, v]);
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
    const flags = new Map((view.flags || []).map((f) => [Date.parse(f.day + 'T00:00:00Z'), f.label]));
    const isCases = (p) => p.key === 'incidence' || p.key === 'new_cases_smoothed';
    const isWithheld = (time) => /^withheld/.test(flags.get(time) || '');
    const anyWithheld = Array.from(flags.keys()).some(isWithheld);
    for (const p of panels) {
      const index = panel(p.title + (isCases(p) && anyWithheld ? ' (gaps: withheld, too small to publish)' : ''), p.height, false);
      const axis = { xAxisIndex: index, yAxisIndex: index };
      const isRt = p.key === 'rt_mean';
      yAxes.push(valueAxis({ gridIndex: index, splitNumber: 3, max: isRt ? (v) => Math.min(4, Math.ceil(v.max)) : undefined, min: p.fromZero ? 0 : undefined,
        axisLabel: Object.assign({ formatter: p.format === percent ? percent : undefined }, text(12)) }));
      if (isRt) {
        const low = view.daily.rt_low, high = view.daily.rt_high;
        const band = { type: 'line', stack: 'rt', stackStrategy: 'all', symbol: 'none', lineStyle: { opacity: 0 }, silent: true };
        series.push(Object.assign({ data: low.map((v, i) => [start + i * DAY, v]) }, band, axis));
        series.push(Object.assign({ data: high.map((v, i) => [start + i * DAY, v === null ? null : v - low[i]]), areaStyle: { color: OWN, opacity: 0.18 } }, band, axis));
      }
      if (beside && hasDays(beside, p.key)) {
        series.push(Object.assign({ name: beside.title, type: 'line', symbol: 'none', data: points(beside, p.key), lineStyle: { color: INK, width: 1.5, type: 'dashed' }, itemStyle: { color: INK } }, axis));
      }
      // A week that is told by its mean alone has no day beside it to draw a line to.
      const own = view.daily[p.key] || [];
      const isAlone = (i) => own[i] !== null && (own[i - 1] === null || i === 0) && (own[i + 1] === null || i === own.length - 1);
      series.push(Object.assign({ name: view.title, type: 'line', symbolSize: 5, showAllSymbol: true, symbol: (v, q) => (isCases(p) && isAlone(q.dataIndex) ? 'circle' : 'none'), data: points(view, p.key), lineStyle: { color: OWN, width: 2 }, itemStyle: { color: OWN },
        areaStyle: p.fromZero && !isRt ? { color: OWN, opacity: 0.12 } : undefined, markArea: bands(index === 0),
        markPoint: isCases(p) && flags.size ? { silent: true, symbol: 'triangle', symbolSize: 8, symbolRotate: 180, itemStyle: { color: INK }, label: { show: false },
          data: Array.from(flags.keys()).filter((time) => !isWithheld(time)).map((time) => ({ coord: [time, values(view, p.key, time) || 0] })) } : undefined,
        markLine: isRt ? { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: INK, type: 'dotted' }, data: [{ yAxis: 1 }] } : undefined }, axis));
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
      series.push({ type: 'custom', xAxisIndex: index, yAxisIndex: index, silent: true, clip: true,
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
    if (absent.length) titles.push({ text: 'Not observed: ' + absent.join('; '), left: 0, top: top - 24, textStyle: Object.assign({ fontWeight: 'normal', fontStyle: 'italic', width, overflow: 'break' }, text(12)) });

    function said(p, from, time) {
      const v = values(from, p.key, time);
      if (v === null || v === undefined) return p.key === 'rt_mean' ? 'no estimate' : 'not observed';
      const low = values(from, 'rt_low', time), high = values(from, 'rt_high', time);
      return p.format(v) + p.unit + (p.key === 'rt_mean' && low !== null && low !== undefined ? ' (' + plain(low) + ' to ' + plain(high) + ')' : '');
    }
    function level(from, time) {
      const v = values(from, 'risk_level', time);
      return v === null || v === undefined ? 'no level' : LEVELS[v - 1][2];
    }
    const noted = (time) => (flags.has(time) ? '\nCases of this day: ' + flags.get(time) : '');
    function day(params) {
      const time = (Array.isArray(params) ? params[0] : params).value[0];
      const who = beside ? [view, beside] : [view];
      const lines = panels.map((p) => p.title + '\n' + who.map((from) => '   ' + from.title + ': ' + said(p, from, time)).join('\n'));
      lines.push('Risk level\n' + who.map((from) => '   ' + from.title + ': ' + level(from, time)).join('\n'));
      return new Date(time).toISOString().slice(0, 10) + '\n' + lines.join('\n') + noted(time);
    }
    return { height: Math.max(80, top + (absent.length ? 10 : -16)), option: Object.assign({ useUTC: true }, calm, {
      title: titles, grid: grids, xAxis: xAxes, yAxis: yAxes, series,
      legend: { top: 4, left: 0, itemWidth: 34, textStyle: text(12, INK), selectedMode: false, data: [view.title].concat(beside ? [beside.title] : []) },
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: '#9aa5b0' } },
      tooltip: Object.assign({}, tip, { trigger: 'axis', formatter: day })
    }) };
  };

  // Two significant digits of the step, so that neighbouring shades have other names.
  function rounded(v, step) {
    const decimals = Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(step))));
    return v.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace('-', '−');
  }

  charts.map = function (view, cityId, shapes, chosen, width) {
    const rows = new Map(view.rows.map((r) => [r.id, r]));
    const values = view.rows.map((r) => r.value).filter((v) => v !== undefined);
    const min = Math.min(...values), max = Math.max(...values);
    const points = shapes.features.flatMap((f) => f.geometry.coordinates.flat(2));
    const range = (axis) => points.reduce(([low, high], p) => [Math.min(low, p[axis]), Math.max(high, p[axis])], [Infinity, -Infinity]);
    const [west, east] = range(0), [south, north] = range(1);
    const squeeze = Math.max(0.2, Math.cos(((south + north) / 2) * Math.PI / 180));
    const narrow = width < 560;
    const room = width - (narrow ? 10 : 200);
    const height = Math.round(Math.min(640, Math.max(220, (room * (north - south)) / ((east - west) * squeeze)))) + (narrow ? 190 : 20);
    const few = view.rows.length <= 40;
    const steps = values.length === 0 ? 0 : max > min ? 5 : 1;
    const cut = (i) => min + ((max - min) * i) / steps;
    const figure = (v) => rounded(v, (max - min) / 5);
    const shade = (v) => SHADES[steps === 1 ? 2 : Math.min(4, Math.floor(((v - min) / (max - min)) * 5))];
    // Beyond the highest shade: a duration that is only known to exceed its follow-up.
    const OPEN = '#06294a';
    const hatch = (color) => ({ symbol: 'line', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color });
    const pieces = Array.from({ length: steps }, (_, i) => ({ label: steps === 1 ? view.rows.find((r) => r.value !== undefined).label : figure(cut(i)) + ' to ' + figure(cut(i + 1)), gte: cut(i), lte: cut(i + 1), color: SHADES[steps === 1 ? 2 : i] }));
    if (view.rows.some((r) => r.open)) pieces.push({ label: 'censored, see the district', gt: values.length ? max : 0, color: OPEN });
    const look = (r) => (r.open ? { areaColor: OPEN, decal: hatch('rgba(255,255,255,0.35)') }
      : r.value === undefined ? { areaColor: '#f5f5f2', decal: hatch('rgba(86,97,108,0.35)') } : { areaColor: shade(r.value) });
    return { height, option: Object.assign({}, calm, {
      title: pieces.length ? { text: view.legend.replace('; ', '\n'), left: 0, bottom: pieces.length * 22 + 14, textStyle: Object.assign({ fontWeight: 600, width: narrow ? width : 190, overflow: 'break', lineHeight: 16 }, text(12, INK)) } : undefined,
      tooltip: Object.assign({}, tip, { formatter: (p) => { const r = rows.get(p.name); return r ? [r.head].concat(r.cells).join('\n') : ''; } }),
      visualMap: pieces.length ? { type: 'piecewise', left: 0, bottom: 0, itemWidth: 18, itemHeight: 12, textStyle: text(12), seriesIndex: [], pieces, selectedMode: false, hoverLink: false } : undefined,
      series: [{
        type: 'map', map: cityId, nameProperty: 'name', aspectScale: squeeze, selectedMode: false,
        left: narrow ? 5 : 200, right: narrow ? 5 : 20, top: 10, bottom: narrow ? 180 : 10, emphasis: { disabled: true },
        itemStyle: { areaColor: '#f5f5f2', borderColor: '#ffffff', borderWidth: 1.5 },
        label: { show: few, formatter: (p) => { const r = rows.get(p.name); return r ? r.head + '\n' + r.label : ''; }, fontFamily: FONT, fontSize: 12, lineHeight: 15, color: INK },
        data: view.rows.map((r) => ({ name: r.id, value: r.value === undefined ? NaN : r.value,
          label: { color: r.open || (r.value !== undefined && SHADES.indexOf(shade(r.value)) >= 3) ? '#ffffff' : INK },
          itemStyle: Object.assign(look(r), r.id === chosen ? { borderColor: INK, borderWidth: 2.5 } : {}) }))
      }]
    }) };
  };
})();
