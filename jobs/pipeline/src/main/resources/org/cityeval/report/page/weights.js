'use strict';
// Weights of the reader's own: composites made again in the page from the published scores, without intervals.
const weighing = (function () {
  const { t } = say;
  const byId = (id) => document.getElementById(id);

  // E1:5,P2:0 in hundredths of the whole; what is not named keeps its published weight.
  function own() {
    const found = {};
    (choices.chosen.weights || '').split(',').forEach((part) => {
      const [id, said] = part.split(':');
      const weight = Number(said);
      if (model.indicators.has(id) && said !== '' && Number.isFinite(weight) && weight >= 0 && weight <= 100) found[id] = weight / 100;
    });
    return found;
  }

  // The composite of a unit, the weights that are not given being those published.
  function composite(unit, period, weighting, given) {
    const scores = model.scores.get(model.key(unit, period)), published = model.weightsOf(unit, period, weighting);
    if (!scores) return undefined;
    let sum = 0, total = 0;
    for (const id of model.indicators.keys()) {
      const weight = id in given ? given[id] : published[id];
      if (!(weight > 0) || scores[id] === undefined) continue;
      sum += weight * (published.aggregation === 'geometric' ? Math.log(scores[id]) : scores[id]);
      total += weight;
    }
    return total > 0 ? (published.aggregation === 'geometric' ? Math.exp(sum / total) : sum / total) : undefined;
  }

  function rows() {
    const { period, weighting } = choices.chosen, given = own();
    const ranked = model.members(choices.group(), period, weighting).filter((m) => m.rank.rank !== undefined)
      .map((m) => Object.assign({ own: composite(m.id, period, weighting, given) }, m)).filter((m) => m.own !== undefined);
    ranked.sort((a, b) => b.own - a.own);
    ranked.forEach((m, i) => { m.place = i && ranked[i - 1].own - m.own < 1e-9 ? ranked[i - 1].place : i + 1; });
    return ranked;
  }

  function draw(shown, width) {
    const left = width < 480 ? 112 : 190, step = shown.length > 60 ? 18 : 26;
    const ends = shown.flatMap((m) => [m.own, m.composite.score]);
    const min = Math.floor(Math.min(...ends) / 10) * 10, max = Math.ceil(Math.max(...ends) / 10) * 10;
    const ink = charts.color('accent'), muted = charts.color('same');
    return { height: shown.length * step + 84, option: Object.assign(charts.calm(), {
      grid: { left, right: 64, top: 34, bottom: 46 },
      tooltip: charts.tip({ formatter: (p) => { const m = shown[p.dataIndex]; return standing.named(m) + '\n' + t('ownWeights') + ': ' + say.tenths(m.own) + '\n' + t('published') + ': ' + say.score(m.composite); } }),
      legend: undefined,
      xAxis: charts.valueAxis({ min, max, name: t('withoutIntervals'), nameLocation: 'middle', nameGap: 26, nameTextStyle: charts.text(12) }),
      yAxis: [charts.rowAxis(shown.map(standing.named), left - 14, 'left', (i) => shown[i].id === choices.chosen.district), charts.rowAxis(shown.map((m) => m.place + '.'), 50, 'right')],
      series: [{ type: 'custom', data: shown.map((m, i) => [m.own, i]), renderItem: (params, api) => {
        const m = shown[params.dataIndex], y = api.coord([min, params.dataIndex])[1], at = (v) => api.coord([v, params.dataIndex])[0];
        return { type: 'group', children: [charts.line(at(m.composite.score), y, at(m.own), y, muted, 1.5),
          { type: 'circle', shape: { cx: at(m.composite.score), cy: y, r: 4 }, style: { fill: charts.color('paper'), stroke: muted, lineWidth: 1.5 } },
          { type: 'circle', shape: { cx: at(m.own), cy: y, r: 5.5 }, style: { fill: ink } }] };
      } }, { type: 'custom', yAxisIndex: 1, data: shown.map((_, i) => [min, i]), silent: true, renderItem: () => ({ type: 'group', children: [] }) }]
    }) };
  }

  function sliders() {
    const { period, weighting } = choices.chosen, first = model.members(choices.group(), period, weighting)[0];
    const published = first ? model.weightsOf(first.id, period, weighting) : {}, given = own();
    const place = byId('weight-sliders');
    const ids = [...model.indicators.keys()].filter((id) => published[id] > 0 || id in given);
    const signature = ids.join() + say.lang();
    if (place.dataset.made !== signature) {
      place.dataset.made = signature;
      place.replaceChildren(...ids.map((id) => {
        const label = document.createElement('label'), name = document.createElement('span'), input = document.createElement('input'), said = document.createElement('output');
        name.textContent = say.title(model.indicators.get(id));
        Object.assign(input, { type: 'range', min: 0, max: 50, step: 0.5, id: 'weight-' + id });
        input.addEventListener('input', () => change(id, Number(input.value)));
        label.append(name, input, said);
        return label;
      }));
    }
    ids.forEach((id) => {
      const input = byId('weight-' + id), at = 100 * (id in given ? given[id] : published[id]);
      input.value = at;
      input.setAttribute('aria-valuetext', say.fixed(at, 1) + ' %');
      input.nextElementSibling.textContent = say.fixed(at, 1) + ' %' + (id in given ? ' *' : '');
    });
    byId('weights-reset').disabled = !Object.keys(given).length;
  }

  function change(id, percent) {
    const given = own();
    given[id] = percent / 100;
    choices.choose({ weights: Object.entries(given).map(([of, w]) => of + ':' + Math.round(1000 * w) / 10).join(',') });
  }

  function render() {
    if (!byId('weights-chart')) return;
    sliders();
    const shown = rows(), changed = Object.keys(own()).length;
    const first = shown[0];
    figures.show('weights-chart', { title: t('weightsTitle', { group: choices.groupTitle(choices.group()) }) + (changed ? '' : ' ' + t('asPublished')),
      finding: first ? t(changed ? 'weightsFound' : 'weightsSame', { name: standing.named(first), score: say.tenths(first.own) }) : t('nothingRanked'),
      columns: [
        { title: t('name'), text: standing.named },
        { title: t('colOwnRank'), text: (m) => m.place, numbers: (m) => ({ rank: m.place }) },
        { title: t('colOwnScore'), text: (m) => say.tenths(m.own), numbers: (m) => ({ value: m.own }) },
        { title: t('colPublished'), text: (m) => say.score(m.composite), numbers: (m) => ({ value: m.composite.score }) },
        { title: t('colRank'), text: (m) => say.rank(m.rank), numbers: (m) => ({ rank: m.rank.rank }) },
        { title: t('colChange'), text: (m) => say.signed(m.own - m.composite.score, say.tenths), numbers: (m) => ({ value: m.own - m.composite.score }) }
      ],
      rows: shown, chosen: (m) => m.id === choices.chosen.district, draw: (width) => draw(shown, width) });
  }

  const reset = byId('weights-reset');
  if (reset) reset.addEventListener('click', () => choices.choose({ weights: undefined }));
  const copy = byId('weights-link');
  if (copy) copy.addEventListener('click', () => {
    const to = location.href.split('#')[0] + choices.address({ at: 'weights' });
    byId('weights-address').value = to;
    byId('weights-address').hidden = false;
    byId('weights-address').select();
    if (navigator.clipboard) navigator.clipboard.writeText(to).catch(() => {});
  });

  return { render, composite };
})();
