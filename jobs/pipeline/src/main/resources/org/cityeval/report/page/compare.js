'use strict';
// Two to four districts or cities of the reader's choice, side by side.
const comparing = (function () {
  const { t } = say;
  const byId = (id) => document.getElementById(id);
  const SIGNS = [['#0b6aa2', 'circle'], ['#c4690f', 'rect'], ['#3a8a5f', 'triangle'], ['#a04fa0', 'diamond']];

  // Without a choice: the district itself and who is most like it, else the next of its city.
  function units() {
    const own = choices.compared().filter(choices.embedded);
    if (own.length) return own;
    const { district } = choices.chosen, near = (model.peers.get(district) || []).map((p) => p.peer);
    const same = (model.units.get(district) || {}).city ? (model.districts.get(choices.chosen.city) || []) : model.cities;
    const next = near.concat(same.map((d) => d.id)).filter((id) => id !== district && choices.embedded(id));
    return [district].concat(next.slice(0, 1)).filter(choices.embedded);
  }

  // The city stands beside the name where they are of several.
  const mixed = () => new Set(units().map((id) => model.units.get(id).city)).size > 1;
  const label = (id, always) => { const u = model.units.get(id); return say.name(u) + (u.city && (always || mixed()) ? t('inCity', { city: say.name(model.units.get(u.city)) }) : ''); };

  function picker(chosen) {
    byId('compare-chosen').replaceChildren(...chosen.map((id, i) => {
      const item = document.createElement('li'), sign = document.createElement('span'), remove = document.createElement('button');
      sign.textContent = ['●', '■', '▲', '◆'][i];
      sign.style.color = SIGNS[i][0];
      sign.setAttribute('aria-hidden', 'true');
      remove.type = 'button';
      remove.textContent = '×';
      remove.setAttribute('aria-label', t('remove', { name: label(id) }));
      remove.disabled = chosen.length < 2;
      remove.addEventListener('click', () => { choices.choose({ compare: chosen.filter((other) => other !== id).join(',') }); byId('compare-add').focus(); });
      item.append(sign, ' ' + label(id) + ' ', remove);
      return item;
    }));
    const add = byId('compare-add');
    add.replaceChildren(...[{ id: '', title: t('addToCompare') }].concat([...model.units.values()].filter((u) => u.embedded && !chosen.includes(u.id)).map((u) => ({ id: u.id, title: label(u.id, true) })))
      .map((o) => { const option = document.createElement('option'); option.value = o.id; option.textContent = o.title; return option; }));
    add.disabled = chosen.length >= choices.MOST_COMPARED;
  }

  function rows(chosen, period, weighting) {
    const ids = [...model.indicators.values()].filter((i) => chosen.some((id) => profiles.known(model.values.get(model.key(id, period, i.id)))));
    return ids.map((indicator) => ({ indicator, of: chosen.map((id) => ({ id, value: model.values.get(model.key(id, period, indicator.id)), spread: model.spreads.get(model.key(model.ownGroup(id), period, indicator.id)) })) }));
  }

  // All on one scale, from the worst to the best among the groups of those compared.
  function draw(lines, chosen, width) {
    const narrow = width < 600, left = narrow ? 136 : 260;
    const scale = (r) => {
      const ends = r.of.map((o) => o.spread).filter(Boolean), lower = ends.length && ends[0].worst > ends[0].best;
      const all = ends.flatMap((s) => [s.worst, s.best]);
      return { worst: lower ? Math.max(...all) : Math.min(...all), best: lower ? Math.min(...all) : Math.max(...all), open: ends.some((s) => s.open) };
    };
    return { height: lines.length * (narrow ? 42 : 34) + 44, option: Object.assign(charts.calm(), {
      grid: { left, right: 20, top: 34, bottom: 6 },
      tooltip: charts.tip({ formatter: (p) => { const r = lines[p.dataIndex]; return profiles.head(r) + '\n' + r.of.map((o) => label(o.id) + t('colon') + (o.value ? say.value(o.value, r.indicator) : '–')).join('\n'); } }),
      xAxis: charts.valueAxis({ min: 0, max: 1, interval: 1, position: 'top', splitLine: { show: false }, axisLabel: Object.assign({ formatter: (v) => t(v ? 'bestOfGroup' : 'worstOfGroup'), alignMinLabel: 'left', alignMaxLabel: 'right' }, charts.text(12)) }),
      yAxis: charts.rowAxis(lines.map(profiles.head), left - 14, 'left'),
      series: [{ type: 'custom', data: lines.map((_, i) => [0, i]), renderItem: (params, api) => {
        const r = lines[params.dataIndex], s = scale(r), y0 = api.coord([0, params.dataIndex])[1], at = (v) => api.coord([v, params.dataIndex])[0];
        const children = [charts.rect(at(0), y0 - 13, at(1) - at(0), 26, charts.color('bar'))];
        r.of.forEach((o, i) => {
          const y = y0 + (i - (chosen.length - 1) / 2) * 6, [color, symbol] = SIGNS[i], v = o.value;
          if (!profiles.known(v)) return;
          const x = at(v.status === 'censored' ? 0.03 : profiles.scaled(s, v.value));
          if (v.status === 'censored') children.push(charts.line(at(0), y, at(profiles.scaled(s, v.low)), y, color, 2));
          else if (v.low !== undefined && v.high !== undefined) children.push(charts.line(at(profiles.scaled(s, v.low)), y, at(profiles.scaled(s, v.high)), y, color, 2));
          children.push(sign(symbol, x, y, color));
        });
        return { type: 'group', children };
      } }]
    }) };
  }
  function sign(symbol, x, y, fill) {
    const style = { fill, stroke: charts.color('paper'), lineWidth: 1 }, s = 5;
    if (symbol === 'circle') return { type: 'circle', shape: { cx: x, cy: y, r: s }, style };
    if (symbol === 'rect') return { type: 'rect', shape: { x: x - s, y: y - s, width: 2 * s, height: 2 * s }, style };
    return { type: 'polygon', shape: { points: symbol === 'triangle' ? [[x, y - s - 1], [x + s + 1, y + s], [x - s - 1, y + s]] : [[x, y - s - 1], [x + s + 1, y], [x, y + s + 1], [x - s - 1, y]] }, style };
  }

  function render() {
    const chosen = units(), { period, weighting } = choices.chosen;
    if (!byId('compare-chart') || !chosen.length) return;
    picker(chosen);
    const lines = rows(chosen, period, weighting);
    const scored = chosen.map((id) => ({ id, composite: model.composites.get(model.key(id, period, weighting)) }));
    const summary = { head: t('compositeBy', { weighting: say.id('weighting', weighting) }), text: (i) => say.score(scored[i].composite), number: (i) => scored[i].composite && scored[i].composite.score };
    const best = scored.filter((s) => s.composite && s.composite.score !== undefined).sort((a, b) => b.composite.score - a.composite.score);
    figures.show('compare-chart', { title: t('compareTitle', { names: say.list(chosen.map((id) => say.name(model.units.get(id)))) }),
      finding: best.length > 1 ? t(best[0].composite.low > best[1].composite.high ? 'compareApart' : 'compareOverlap', { first: say.name(model.units.get(best[0].id)), a: say.score(best[0].composite), second: say.name(model.units.get(best[1].id)), b: say.score(best[1].composite) }) : '',
      columns: [{ title: t('indicator'), text: (r) => (r.indicator ? profiles.head(r) : r.head) }].concat(chosen.map((id, i) => ({ title: label(id),
        text: (r) => (r.indicator ? (r.of[i].value ? say.value(r.of[i].value, r.indicator) : '–') : r.text(i)),
        numbers: (r) => (r.indicator ? { value: (r.of[i].value || {}).value, low: (r.of[i].value || {}).low, high: (r.of[i].value || {}).high } : { value: r.number(i), low: (scored[i].composite || {}).low, high: (scored[i].composite || {}).high }) }))),
      rows: [summary].concat(lines), spot: (r) => (lines.includes(r) ? { seriesIndex: 0, dataIndex: lines.indexOf(r) } : undefined), draw: (width) => draw(lines, chosen, width) });
  }

  const add = byId('compare-add');
  if (add) add.addEventListener('change', () => { if (add.value) choices.choose({ compare: units().concat(add.value).join(',') }); });

  return { render, units };
})();
