'use strict';
// The districts of a city in small charts on one scale.
const multiples = (function () {
  const { t } = say;
  const MOST = 60;

  const of = (city) => (model.districts.get(city) || []).filter((d) => model.days[d.id]);
  const panels = () => daily.MEASURES.filter((m) => of(choices.chosen.city).some((d) => daily.has(d.id, m.key)) && !(m.insteadOf && of(choices.chosen.city).some((d) => daily.has(d.id, m.insteadOf)))).map((m) => ({ id: m.key, title: t(m.title) }));

  const way = (u) => daily.direction(u.id);

  function draw(units, m, width) {
    const across = Math.max(1, Math.floor(width / 230)), gap = 14, wide = (width - gap * (across - 1)) / across, tall = 84, step = tall + 52;
    const own = charts.color('accent'), city = choices.chosen.city;
    const all = units.flatMap((u) => daily.shown(u.id).map((time) => daily.value(u.id, m.key, time))).filter((v) => v !== undefined);
    const times = units.flatMap((u) => { const list = daily.shown(u.id); return [list[0], list[list.length - 1]]; });
    const scale = { min: m.fromZero ? 0 : Math.min(0, ...all), max: m.key === 'rt_mean' ? 4 : Math.max(...all, m.fromZero ? 0 : 0.05) };
    const option = Object.assign(charts.calm(), { useUTC: true, title: [], grid: [], xAxis: [], yAxis: [], series: [],
      tooltip: charts.tip({ trigger: 'axis', formatter: (params) => {
        const p = (Array.isArray(params) ? params : [params]).find((one) => one.seriesType === 'line');
        if (!p) return '';
        const u = units[p.axisIndex === undefined ? p.seriesIndex : p.axisIndex] || units[0], v = daily.value(u.id, m.key, p.value[0]), count = daily.value(u.id, 'new_cases', p.value[0]);
        return say.name(u) + '\n' + say.day(daily.iso(p.value[0])) + '\n' + t(m.title) + t('colon') + (v === undefined ? daily.absent(u.id, m.key, p.value[0]) : m.show(v)) + '\n' + t(m.unit) + (daily.isCases(m) && count !== undefined ? '\n' + t('numerator', { count: say.number(count), residents: u.population ? say.number(u.population) : '–' }) : '');
      } }) });
    units.forEach((u, i) => {
      const left = (i % across) * (wide + gap), top = Math.floor(i / across) * step + 24, flags = daily.flagsOf(u.id), isFirst = i % across === 0;
      option.title.push({ text: say.name(u) + (way(u) ? ' ' + way(u).arrow : ''), left, top: top - 24, textStyle: Object.assign({ fontWeight: u.id === choices.chosen.district ? 'bold' : 'normal', width: wide, overflow: 'truncate' }, charts.text(12, 'ink')) });
      option.grid.push({ left: left + 36, top, width: wide - 40, height: tall });
      option.xAxis.push({ type: 'time', gridIndex: i, min: Math.min(...times), max: Math.max(...times), axisLine: { lineStyle: { color: charts.color('edge') } }, axisTick: { show: false }, splitLine: { show: false }, splitNumber: 2,
        axisLabel: Object.assign({ hideOverlap: true, formatter: (v) => daily.monthOf(v) }, charts.text(11)) });
      option.yAxis.push(charts.valueAxis(Object.assign({ gridIndex: i, splitNumber: 2, axisLabel: Object.assign({ show: isFirst || across < 3, formatter: m.show === say.change ? say.change : undefined }, charts.text(11)) }, scale)));
      option.series.push({ type: 'line', xAxisIndex: i, yAxisIndex: i, symbol: 'none', data: daily.shown(u.id).map((time) => [time, daily.value(u.id, m.key, time)]), lineStyle: { color: own, width: 1.8 }, itemStyle: { color: own },
        markArea: daily.bands(city, choices.period(), false),
        markPoint: daily.isCases(m) && flags.size ? { silent: true, symbol: 'triangle', symbolSize: 6, symbolRotate: 180, itemStyle: { color: charts.color('ink') }, label: { show: false }, data: daily.marks(u.id, m) } : undefined });
      if (daily.isCases(m)) option.series.push({ type: 'line', xAxisIndex: i, yAxisIndex: i, symbol: 'none', silent: true, z: 1, clip: true, data: daily.shown(u.id).map((time) => [time, daily.reported(u.id, m, time)]), lineStyle: { color: charts.color('raw'), width: 1 } });
    });
    return { height: Math.ceil(units.length / across) * step, option };
  }

  function render() {
    if (!document.getElementById('multiples-chart')) return;
    const units = of(choices.chosen.city).slice(0, MOST), m = daily.MEASURES.find((one) => one.key === choices.chosen.panel);
    const city = model.units.get(choices.chosen.city);
    const shown = m ? units.filter((u) => daily.has(u.id, m.key)) : [];
    const peak = (u) => daily.shown(u.id).reduce((best, time) => { const v = daily.value(u.id, m.key, time); return v !== undefined && (best === undefined || Math.abs(v) > Math.abs(best.v)) ? { v, time } : best; }, undefined) || {};
    const most = shown.map((u) => Object.assign({ u }, peak(u))).filter((p) => p.v !== undefined).sort((a, b) => Math.abs(b.v) - Math.abs(a.v))[0];
    figures.show('multiples-chart', { title: m ? t('multiplesTitle', { measure: t(m.title), name: say.name(city) }) + range.words() : t('nothing'),
      finding: most ? t('multiplesFound', { name: say.name(most.u), value: m.show(most.v), unit: t(m.unit), day: say.day(daily.iso(most.time)) }) : '',
      columns: m ? [{ title: t('name'), text: (u) => say.name(u) }, { title: t('colExtreme') + ', ' + t(m.unit), text: (u) => (peak(u).v === undefined ? '–' : m.show(peak(u).v)), numbers: (u) => ({ value: peak(u).v }) }, { title: t('day'), text: (u) => (peak(u).v === undefined ? '–' : daily.iso(peak(u).time)) },
        { title: t('colDays'), text: (u) => daily.shown(u.id).filter((time) => daily.value(u.id, m.key, time) !== undefined).length, numbers: (u) => ({ days: daily.shown(u.id).filter((time) => daily.value(u.id, m.key, time) !== undefined).length }) },
        { title: t('colDirection'), text: (u) => (way(u) ? way(u).arrow + ' ' + t('way_' + way(u).way) : '–') }] : [],
      rows: shown, spot: (u, option) => { const series = option.series.findIndex((s) => s.xAxisIndex === shown.indexOf(u)); return series < 0 ? undefined : { seriesIndex: series, dataIndex: Math.max(0, daily.shown(u.id).indexOf(peak(u).time)) }; }, link: (u) => choices.address({ district: u.id, among: undefined }), chosen: (u) => u.id === choices.chosen.district, draw: shown.length ? (width) => draw(shown, m, width) : undefined });
  }

  return { render, panels };
})();
