'use strict';
// Options of the charts. Class and level are told by shape or letter as well as by colour.
const charts = (function () {
  const INK = '#1d2733', MUTED = '#56616c', RULE = '#dce1e6';
  const STANDING = {
    clearly_better: { color: '#0b6aa2', shape: 'up' },
    clearly_worse: { color: '#b8500c', shape: 'down' },
    not_distinguishable: { color: '#56616c', shape: 'dot' },
    context: { color: '#56616c', shape: 'diamond' },
    not_ranked: { color: '#9aa5b0', shape: 'ring' }
  };
  const LEVELS = [['G', '#4aa77f', 'green'], ['B', '#6ea3d8', 'blue'], ['Y', '#f0d264', 'yellow'], ['O', '#ea9650', 'orange'], ['R', '#c9524f', 'red']];
  const SHADES = ['#e3edf5', '#b7d1e6', '#7fb0d3', '#3f86b9', '#0d4f86'];
  const FONT = getComputedStyle(document.body).fontFamily;
  const text = (size, color) => ({ fontFamily: FONT, fontSize: size, color: color || MUTED });
  const calm = { animation: false, textStyle: { fontFamily: FONT, color: INK } };
  const tip = {
    renderMode: 'richText', confine: true, backgroundColor: '#ffffff', borderColor: '#9aa5b0',
    borderWidth: 1, padding: 10, textStyle: text(13, INK)
  };

  function marker(x, y, size, standing) {
    const kind = STANDING[standing] || STANDING.not_distinguishable;
    const fill = { fill: kind.color, stroke: '#ffffff', lineWidth: 1.5 };
    const s = size;
    const points = {
      up: [[x, y - s], [x + s, y + s * 0.8], [x - s, y + s * 0.8]],
      down: [[x, y + s], [x + s, y - s * 0.8], [x - s, y - s * 0.8]],
      diamond: [[x, y - s], [x + s, y], [x, y + s], [x - s, y]]
    }[kind.shape];
    if (kind.shape === 'ring') return { type: 'circle', shape: { cx: x, cy: y, r: s * 0.75 }, style: { fill: '#ffffff', stroke: kind.color, lineWidth: 1.5 } };
    return points
      ? { type: 'polygon', shape: { points }, style: kind.shape === 'diamond' ? { fill: '#ffffff', stroke: kind.color, lineWidth: 2 } : fill }
      : { type: 'circle', shape: { cx: x, cy: y, r: s * 0.85 }, style: fill };
  }

  const line = (x1, y1, x2, y2, stroke, lineWidth) =>
    ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth } });
  const rect = (x, y, width, height, fill) =>
    ({ type: 'rect', shape: { x, y, width, height }, style: { fill } });
  const word = (x, y, label, style) =>
    ({ type: 'text', style: Object.assign({ x, y, text: label, verticalAlign: 'middle' }, style) });

  // Long names break over two lines; what is longer still is cut, and whole in the table.
  function rowAxis(labels, width, position, isBold) {
    return {
      type: 'category', inverse: true, position, data: labels.map((_, i) => ({ value: i, textStyle: isBold && isBold(i) ? { fontWeight: 'bold' } : {} })),
      axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: Object.assign(
        { interval: 0, width, overflow: 'break', lineHeight: 15, formatter: (i) => labels[i], margin: 10 },
        text(13, INK))
    };
  }

  function valueAxis(extra) {
    return Object.assign(
      { type: 'value', axisLabel: text(12), splitLine: { lineStyle: { color: RULE } }, axisLine: { show: false }, axisTick: { show: false } },
      extra);
  }

  function ranking(view, chosen, width, beside) {
    const narrow = width < 560;
    const rows = view.rows;
    const many = rows.length > 60;
    const step = narrow ? (many ? 32 : 40) : many ? 20 : 32;
    const height = rows.length * step + 74;
    const left = narrow ? 112 : 210, right = narrow ? 84 : 110;
    const ends = rows.flatMap((r) => [r.low, r.high, r.score]).filter((v) => v !== undefined);
    const min = ends.length ? Math.max(0, Math.floor(Math.min(...ends) / 10) * 10) : 0;
    const max = ends.length ? Math.min(100, Math.ceil(Math.max(...ends) / 10) * 10) : 100;
    return { height, option: Object.assign({}, calm, {
      grid: { left, right, top: 30, bottom: 44 },
      tooltip: Object.assign({}, tip, { formatter: (p) => rows[p.dataIndex].head + '\n' + (beside || 'rank') + ' ' + rows[p.dataIndex].cells[0]
        + (beside ? '\n' + rows[p.dataIndex].cells[2] : '\ncomposite ' + rows[p.dataIndex].cells[3] + '\n' + rows[p.dataIndex].cells[4]) }),
      title: [{ text: beside || 'rank (low–high)', right: 0, top: 2, textStyle: Object.assign({ fontWeight: 'normal' }, text(12)) }],
      xAxis: valueAxis({ min, max, name: 'composite score, higher is better', nameLocation: 'middle', nameGap: 28, nameTextStyle: text(12) }),
      yAxis: [
        rowAxis(rows.map((r) => r.head), left - 14, 'left', (i) => rows[i].id === chosen),
        rowAxis(rows.map((r) => r.rank), right - 12, 'right')
      ],
      series: [{
        type: 'custom', yAxisIndex: 0, data: rows.map((r, i) => [r.score === undefined ? min : r.score, i]),
        markLine: view.median === undefined ? undefined : { silent: true, symbol: 'none', lineStyle: { color: INK, width: 1.5, type: 'dashed' }, data: [{ xAxis: view.median }],
          label: Object.assign({ position: 'start', formatter: 'median ' + view.median.toFixed(1) }, text(12, INK)) },
        renderItem: (params, api) => {
          const r = rows[params.dataIndex];
          const y = api.coord([min, params.dataIndex])[1];
          const at = (v) => api.coord([v, params.dataIndex])[0];
          const children = [];
          if (r.score === undefined) {
            children.push(word(at(min) + 4, y, r.rank, Object.assign({ fill: MUTED, fontStyle: 'italic' }, { fontSize: 12, fontFamily: FONT })));
          } else {
            const color = (STANDING[r.standing] || STANDING.not_distinguishable).color;
            if (r.low !== undefined && r.high !== undefined) {
              children.push(line(at(r.low), y, at(r.high), y, color, 2.5));
              children.push(line(at(r.low), y - 4, at(r.low), y + 4, color, 1.5), line(at(r.high), y - 4, at(r.high), y + 4, color, 1.5));
            }
            children.push(marker(at(r.score), y, step > 24 ? 7 : 5, r.standing));
          }
          return { type: 'group', children };
        }
      }, { type: 'custom', yAxisIndex: 1, data: rows.map((_, i) => [min, i]), silent: true, renderItem: () => ({ type: 'group', children: [] }) }]
    }) };
  }

  function profile(view, width) {
    const narrow = width < 700;
    const rows = [];
    let dimension;
    for (const r of view.rows) {
      if (r.cells[0] !== dimension) rows.push({ heading: (dimension = r.cells[0]) });
      rows.push(r);
    }
    const left = narrow ? 136 : 300, right = narrow ? 16 : 260;
    const height = rows.length * (narrow ? 46 : 30) + 60;
    return { height, option: Object.assign({}, calm, {
      grid: { left, right, top: 34, bottom: 10 },
      tooltip: Object.assign({}, tip, { formatter: (p) => (rows[p.dataIndex].heading ? '' : rows[p.dataIndex].head + '\n' + rows[p.dataIndex].cells[1]
        + '\nposition ' + rows[p.dataIndex].cells[4] + '\nmedian of the group ' + rows[p.dataIndex].cells[5] + '\n' + rows[p.dataIndex].cells[6]) }),
      xAxis: valueAxis({ min: 0, max: 1, interval: 1, position: 'top', splitLine: { show: false },
        axisLabel: Object.assign({ formatter: (v) => (v ? 'best of group' : 'worst of group'), alignMinLabel: 'left', alignMaxLabel: 'right' }, text(12)) }),
      yAxis: [
        rowAxis(rows.map((r) => r.heading || r.head), left - 14, 'left', (i) => Boolean(rows[i].heading)),
        rowAxis(rows.map((r) => (r.heading || narrow ? '' : r.cells[1])), right - 12, 'right')
      ],
      series: [{
        type: 'custom', data: rows.map((_, i) => [0, i]),
        renderItem: (params, api) => {
          const r = rows[params.dataIndex];
          const at = (v) => api.coord([v, params.dataIndex])[0];
          const y = api.coord([0, params.dataIndex])[1];
          const children = [];
          const s = r.spine;
          if (!r.heading && s) {
            children.push(rect(at(0), y - 6, at(1) - at(0), 12, '#f0f3f5'));
            children.push(rect(at(s.lowerQuartile), y - 6, at(s.upperQuartile) - at(s.lowerQuartile), 12, '#d5dce2'));
            if (s.room !== undefined) children.push(line(at(s.room), y - 6, at(s.room), y + 6, '#9aa5b0', 1));
            children.push(line(at(s.median), y - 9, at(s.median), y + 9, INK, 2));
          }
          if (!r.heading && s && s.at !== undefined) {
            const color = (STANDING[r.standing] || STANDING.not_distinguishable).color;
            if (s.low !== undefined && s.high !== undefined) children.push(line(at(s.low), y, at(s.high), y, color, 2.5));
            // Open at the bad end: it lies anywhere from its follow-up to beyond.
            if (s.open) children.push(line(at(s.high), y - 4, at(s.high), y + 4, color, 1.5), { type: 'polygon', shape: { points: [[at(0) - 7, y], [at(0) + 1, y - 4], [at(0) + 1, y + 4]] }, style: { fill: color } });
            children.push(marker(at(s.at), y, 7, r.standing));
          } else if (!r.heading) {
            children.push(word(at(0) + 6, y, r.cells[1], { fill: MUTED, fontStyle: 'italic', fontSize: 12, fontFamily: FONT, width: at(1) - at(0) - 12, overflow: 'truncate' }));
          }
          return { type: 'group', children };
        }
      }, { type: 'custom', yAxisIndex: 1, data: rows.map((_, i) => [0, i]), silent: true, renderItem: () => ({ type: 'group', children: [] }) }]
    }) };
  }

  return { ranking, profile, marker, rowAxis, STANDING, LEVELS, SHADES, INK, MUTED, RULE, FONT, text, calm, tip, line, rect, word, valueAxis };
})();
