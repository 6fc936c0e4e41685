'use strict';
// What the charts share: colours of the page, axes and signs. Classes are told by shape as well as by colour.
const charts = (function () {
  const SHAPES = { clearly_better: 'up', clearly_worse: 'down', not_distinguishable: 'dot', context: 'diamond', unknown: 'ring', not_ranked: 'ring' };
  const FONT = getComputedStyle(document.body).fontFamily;
  const LETTERS = ['G', 'B', 'Y', 'O', 'R'];
  const LEVELS = ['#4aa77f', '#6ea3d8', '#f0d264', '#ea9650', '#c9524f'];
  const SHADES = ['#e3edf5', '#b7d1e6', '#7fb0d3', '#3f86b9', '#0d4f86'];
  const OPEN = '#06294a';

  // Read once, and again when they may differ: the reader's scheme may change, and paper is always light.
  const colors = new Map();
  const fresh = () => colors.clear();
  function color(name) {
    if (!colors.has(name)) colors.set(name, getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim());
    return colors.get(name);
  }
  const text = (size, as) => ({ fontFamily: FONT, fontSize: size, color: color(as || 'muted') });
  const calm = () => ({ animation: false, backgroundColor: 'transparent', textStyle: { fontFamily: FONT, color: color('ink') } });
  const tip = (more) => Object.assign({ renderMode: 'richText', confine: true, backgroundColor: color('paper'), borderColor: color('edge'), borderWidth: 1, padding: 10, textStyle: text(13, 'ink') }, more);
  const standing = (name) => color({ clearly_better: 'better', clearly_worse: 'worse' }[name] || 'same');

  function marker(x, y, s, name) {
    const shape = SHAPES[name] || 'dot', own = standing(name);
    const fill = { fill: own, stroke: color('paper'), lineWidth: 1.5 };
    const points = {
      up: [[x, y - s], [x + s, y + s * 0.8], [x - s, y + s * 0.8]],
      down: [[x, y + s], [x + s, y - s * 0.8], [x - s, y - s * 0.8]],
      diamond: [[x, y - s], [x + s, y], [x, y + s], [x - s, y]]
    }[shape];
    const hollow = { fill: color('paper'), stroke: own, lineWidth: 2 };
    if (!points) return { type: 'circle', shape: { cx: x, cy: y, r: s * 0.8 }, style: shape === 'ring' ? hollow : fill };
    return { type: 'polygon', shape: { points }, style: shape === 'diamond' ? hollow : fill };
  }

  const line = (x1, y1, x2, y2, stroke, lineWidth) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth } });
  const rect = (x, y, width, height, fill) => ({ type: 'rect', shape: { x, y, width, height }, style: { fill } });
  const word = (x, y, label, style) => ({ type: 'text', style: Object.assign({ x, y, text: label, verticalAlign: 'middle', fontFamily: FONT, fontSize: 12, fill: color('muted') }, style) });

  // Long names break over two lines; what is longer still is cut, and whole in the table.
  function rowAxis(labels, width, position, isBold) {
    const onPaper = document.documentElement.classList.contains('paper');
    return {
      type: 'category', inverse: true, position, data: labels.map((_, i) => ({ value: i, textStyle: isBold && isBold(i) ? { fontWeight: 'bold' } : {} })),
      axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: Object.assign({ interval: 0, width, overflow: onPaper ? 'none' : 'break', lineHeight: 14, formatter: (i) => labels[i], margin: 10 }, text(onPaper ? 10.5 : 13, 'ink'))
    };
  }
  function valueAxis(extra) {
    return Object.assign({ type: 'value', axisLabel: text(12), splitLine: { lineStyle: { color: color('rule') } }, axisLine: { show: false }, axisTick: { show: false } }, extra);
  }

  // Who stands where: a line for each interval, a sign for each class, and the middle of the group.
  function caterpillar(rows, median, look) {
    const ends = rows.flatMap((r) => [r.low, r.high, r.score]).filter((v) => v !== undefined);
    const min = ends.length ? Math.max(0, Math.floor(Math.min(...ends) / 10) * 10) : 0;
    const max = ends.length ? Math.min(100, Math.ceil(Math.max(...ends) / 10) * 10) : 100;
    return { height: rows.length * look.step + look.top + look.bottom, option: Object.assign(calm(), {
      grid: { left: look.left, right: look.right, top: look.top, bottom: look.bottom },
      tooltip: tip({ formatter: (p) => rows[p.dataIndex].tip }),
      title: [{ text: look.rightTitle, right: 0, top: 0, textStyle: Object.assign({ fontWeight: 'normal' }, text(12)) }],
      xAxis: valueAxis({ min, max, name: look.axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: text(12) }),
      yAxis: [rowAxis(rows.map((r) => r.head), look.left - 14, 'left', (i) => rows[i].chosen), rowAxis(rows.map((r) => r.right), look.right - 12, 'right')],
      series: [{
        type: 'custom', yAxisIndex: 0, data: rows.map((r, i) => [r.score === undefined ? min : r.score, i]),
        markLine: median === undefined ? undefined : { silent: true, symbol: 'none', lineStyle: { color: color('ink'), width: 1.5, type: 'dashed' }, data: [{ xAxis: median }],
          label: Object.assign({ position: 'start', formatter: say.t('medianIs', { value: say.tenths(median) }) }, text(12, 'ink')) },
        renderItem: (params, api) => {
          const r = rows[params.dataIndex], y = api.coord([min, params.dataIndex])[1];
          const at = (v) => api.coord([v, params.dataIndex])[0];
          const children = [];
          if (r.chosen) children.push(rect(at(min), y - look.step / 2, at(max) - at(min), look.step, color('chosen')));
          if (r.score === undefined) children.push(word(at(min) + 4, y, r.absent, { fontStyle: 'italic' }));
          else {
            const own = standing(r.standing);
            if (r.low !== undefined && r.high !== undefined) {
              children.push(line(at(r.low), y, at(r.high), y, own, 2.5), line(at(r.low), y - 4, at(r.low), y + 4, own, 1.5), line(at(r.high), y - 4, at(r.high), y + 4, own, 1.5));
            }
            children.push(marker(at(r.score), y, look.step > 24 ? 7 : 5, r.standing));
          }
          return { type: 'group', children };
        }
      }, { type: 'custom', yAxisIndex: 1, data: rows.map((_, i) => [min, i]), silent: true, renderItem: () => ({ type: 'group', children: [] }) }]
    }) };
  }

  return { SHADES, OPEN, LETTERS, LEVELS, FONT, fresh, color, text, calm, tip, standing, marker, line, rect, word, rowAxis, valueAxis, caterpillar };
})();
