'use strict';
// Rates beside the size of what they are of: a small population swings by chance alone.
const funnels = (function () {
  const { t } = say;
  const PER = 1e5;
  const { funnel } = model;

  // The group that the reader compares among; its own city where there is no funnel of it.
  function current() {
    const { rate, period, city } = choices.chosen;
    const at = [choices.group(), city, 'cities', 'all'].map((g) => model.key(rate, g, period)).find((key) => funnel.funnels.has(key));
    return at === undefined ? undefined : { at, of: funnel.funnels.get(at), points: funnel.points.get(at) || [], limits: funnel.limits.get(at) || [] };
  }
  const measures = () => [...new Set([...funnel.funnels.values()].map((f) => f.measure))].map((id) => ({ id, title: titleOf(id) }));
  const titleOf = (id) => (id === 'cases' ? t('dayCases') : id + ' ' + say.title(model.indicators.get(id)));

  const scale = (f) => (f.kind === 'poisson' ? PER : 100);
  const rateOf = (f, events, exposure) => events / exposure * scale(f);
  // The nearest 1, 2 or 5 with noughts, so that the ends of the axis can be read.
  function round(v, up) {
    const ten = 10 ** Math.floor(Math.log10(v));
    return up ? [1, 2, 5, 10].map((f) => f * ten).find((f) => f >= v) : [5, 2, 1].map((f) => f * ten).find((f) => f <= v);
  }
  const figure = (f, v) => say.number(v) + (f.kind === 'poisson' ? '' : ' %');
  const unit = (f) => t(f.kind === 'poisson' ? 'funnelPer' : 'funnelShare');
  const known = (p) => p.events !== undefined;
  const label = (p) => { const u = model.units.get(p.unit); return say.name(u) + (u.namesake ? t('inCity', { city: say.name(model.units.get(u.city)) }) : ''); };
  function place(p) {
    if (!known(p)) return 'none';
    return p.events > p.outerHigh ? 'far_above' : p.events < p.outerLow ? 'far_below' : p.events > p.high ? 'above' : p.events < p.low ? 'below' : 'within';
  }
  const said = (p) => (known(p) ? t('funnel_' + place(p)) : say.id('status', p.status));

  const SIGNS = { far_above: 'triangle', far_below: 'triangle', above: 'diamond', below: 'diamond', within: 'circle' };
  // As the lines themselves are drawn.
  const [SOLID, DASHED, DOTTED] = [[26], [6, 6, 6], [2, 2, 2, 2, 2, 2]].map((lengths) => 'path://' + lengths.map((l, i) => 'M' + i * (26 - l) / Math.max(1, lengths.length - 1) + ' 0h' + l + 'v2h-' + l + 'z').join(''));
  function draw(now, width) {
    const { of: f, points, limits } = now, narrow = width < 560, shown = points.filter(known), ink = charts.color('ink');
    // On a logarithmic axis the middle is the geometric mean; beyond it a label goes to the left, where there is room.
    const middle = Math.sqrt(round(limits[0].exposure) * round(limits[limits.length - 1].exposure, true));
    // Beside the line of the mean a label would be struck through.
    const top = Math.max(...shown.map((p) => rateOf(f, p.events, p.exposure)));
    const side = (p) => { const off = rateOf(f, p.events, p.exposure) - f.mean * scale(f); return Math.abs(off) < 0.04 * top ? (off > 0 ? 'top' : 'bottom') : p.exposure > middle ? 'left' : 'right'; };
    const line = (key, type, name) => ({ name, type: 'line', symbol: 'none', silent: true, z: 1, data: limits.map((l) => [l.exposure, rateOf(f, l[key], l.exposure)]), lineStyle: { color: charts.color('edge'), width: 1.5, type }, itemStyle: { color: charts.color('edge') } });
    const sign = (p) => { const at = place(p); return { value: [p.exposure, rateOf(f, p.events, p.exposure)], symbol: SIGNS[at], symbolRotate: at === 'far_below' ? 180 : 0, symbolSize: p.unit === choices.chosen.district ? 15 : 10,
      itemStyle: { color: at === 'within' ? charts.color('same') : at.startsWith('far') ? charts.color('worse') : charts.color('accent'), borderColor: p.unit === choices.chosen.district ? ink : charts.color('paper'), borderWidth: p.unit === choices.chosen.district ? 2.5 : 1 },
      label: Object.assign({ show: p.unit === choices.chosen.district || shown.length <= 12 || at.startsWith('far'), position: side(p), formatter: label(p), textBorderColor: charts.color('paper'), textBorderWidth: 3 }, charts.text(12, 'ink')) }; };
    // The legend takes two lines on a phone.
    const more = narrow ? 22 : 0;
    return { height: (narrow ? 380 : 460) + more, option: Object.assign(charts.calm(), {
      grid: { left: narrow ? 56 : 72, right: narrow ? 24 : 120, top: 62 + more, bottom: 52 },
      legend: { top: 4, left: 0, itemWidth: 26, textStyle: charts.text(12, 'ink'), selectedMode: false, itemHeight: 2, data: [['funnelInner', DASHED], ['funnelOuter', SOLID]].concat(f.disperse ? [['funnelWide', DOTTED]] : []).map(([name, icon]) => ({ name: t(name), icon })) },
      tooltip: charts.tip({ formatter: (p) => (p.seriesIndex === 0 && shown[p.dataIndex] ? tip(f, shown[p.dataIndex]) : '') }),
      xAxis: charts.valueAxis({ type: 'log', name: t(f.kind === 'poisson' ? 'funnelResidents' : 'funnelRequests'), nameLocation: 'middle', nameGap: 30, nameTextStyle: charts.text(12), min: round(limits[0].exposure), max: round(limits[limits.length - 1].exposure, true), axisLabel: Object.assign({ hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right', formatter: (v) => say.number(v) }, charts.text(12)) }),
      yAxis: charts.valueAxis({ min: 0, axisLabel: Object.assign({ formatter: (v) => say.number(v) }, charts.text(12)) }),
      title: [{ text: unit(f), left: 0, top: 26 + more, textStyle: Object.assign({ fontWeight: 'normal' }, charts.text(12)) }],
      series: [{ type: 'scatter', z: 3, data: shown.map(sign), labelLayout: { hideOverlap: true },
        markLine: { silent: true, z: 1, symbol: 'none', lineStyle: { color: ink, width: 1.2, type: 'solid' }, data: [{ yAxis: f.mean * scale(f) }], label: Object.assign({ position: 'insideStartTop', formatter: t('funnelMean', { value: figure(f, f.mean * scale(f)) }) }, charts.text(12, 'ink')) } },
        line('low', 'dashed', t('funnelInner')), line('high', 'dashed'), line('outerLow', 'solid', t('funnelOuter')), line('outerHigh', 'solid')].concat(f.disperse ? [line('wideLow', 'dotted', t('funnelWide')), line('wideHigh', 'dotted')] : [])
    }) };
  }
  const between = (f, p, low, high) => figure(f, rateOf(f, p[low], p.exposure)) + t('to') + figure(f, rateOf(f, p[high], p.exposure));
  const tip = (f, p) => [label(p), figure(f, rateOf(f, p.events, p.exposure)) + ' ' + unit(f), t('funnelEvents', { events: say.number(Math.round(p.events)), exposure: say.number(Math.round(p.exposure)) }), t('colInner') + t('colon') + between(f, p, 'low', 'high'), said(p)].join('\n');

  function render() {
    if (!document.getElementById('funnel-chart')) return;
    const now = current();
    if (!now) {
      figures.show('funnel-chart', { title: t('funnelHeading'), finding: t('funnelNone'), columns: [{ title: t('name'), text: () => '' }], rows: [] });
      return;
    }
    const { of: f, points } = now, count = (...at) => points.filter((p) => at.includes(place(p))).length;
    const num = (value) => ({ value });
    const rate = (p, key) => (known(p) ? rateOf(f, p[key], p.exposure) : undefined);
    figures.show('funnel-chart', { title: t('funnelTitle', { what: titleOf(f.measure), group: choices.groupTitle(f.group), period: choices.period() ? choices.periodTitle(choices.period()) : '' }),
      finding: t('funnelFound', { mean: figure(f, f.mean * scale(f)), unit: f.kind === 'poisson' ? unit(f) : t('funnelOfRequests'), all: f.members, inner: f.members - count('within'), outer: count('far_above', 'far_below') })
        + ' ' + t(f.disperse ? (f.kind === 'poisson' ? 'funnelDisperse' : 'funnelDisperseShare') : 'funnelChance', { times: say.number(f.dispersion), root: say.number(Math.sqrt(f.dispersion)), wide: points.filter((p) => known(p) && (p.events < p.wideLow || p.events > p.wideHigh)).length }) + (points.length > f.members ? ' ' + t('funnelLeftOut', { count: points.length - f.members }) : ''),
      columns: [{ title: t('name'), text: label },
        { title: unit(f), text: (p) => (known(p) ? figure(f, rate(p, 'events')) : say.id('status', p.status)), numbers: (p) => num(rate(p, 'events')) },
        { title: t('colEvents'), text: (p) => (known(p) ? say.number(p.events) : '–'), numbers: (p) => num(p.events) },
        { title: t(f.kind === 'poisson' ? 'funnelResidents' : 'funnelRequests'), text: (p) => (known(p) ? say.number(Math.round(p.exposure)) : '–'), numbers: (p) => num(p.exposure) },
        { title: t('colInner'), text: (p) => (known(p) ? between(f, p, 'low', 'high') : '–'), numbers: (p) => ({ low: rate(p, 'low'), high: rate(p, 'high') }) },
        { title: t('colOuter'), text: (p) => (known(p) ? between(f, p, 'outerLow', 'outerHigh') : '–'), numbers: (p) => ({ low: rate(p, 'outerLow'), high: rate(p, 'outerHigh') }) },
        { title: t('colWide'), text: (p) => (known(p) && f.disperse ? between(f, p, 'wideLow', 'wideHigh') + (p.events < p.wideLow || p.events > p.wideHigh ? t('outsideWide') : '') : '–'), numbers: (p) => ({ low: f.disperse ? rate(p, 'wideLow') : undefined, high: f.disperse ? rate(p, 'wideHigh') : undefined }) },
        { title: t('colPlace'), text: said }],
      rows: points.filter(known).concat(points.filter((p) => !known(p))), link: (p) => (choices.embedded(p.unit) ? choices.address({ district: p.unit, among: choices.chosen.among }) : undefined), chosen: (p) => p.unit === choices.chosen.district, spot: (p) => (known(p) ? { seriesIndex: 0, dataIndex: points.filter(known).indexOf(p) } : undefined), draw: (width) => draw(now, width) });
  }

  return { render, measures };
})();
