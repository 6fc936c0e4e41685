'use strict';
// The first screen: who did well, how sure, why, and compared with whom; and the ranking as a table.
const overview = (function () {
  const { t } = say;
  const WIDE = 900;

  function state() {
    const group = choices.group(), { period, weighting } = choices.chosen;
    return { group, period, weighting, members: model.members(group, period, weighting), median: standing.middleOf(group, period, weighting) };
  }
  const isChosen = (id) => id === choices.chosen.district || (choices.chosen.among === 'cities' && id === choices.chosen.city);
  const to = (id) => (choices.embedded(id) ? choices.address({ district: id, city: undefined, among: choices.chosen.among }) : undefined);
  const titled = (s) => t('rankingTitle', { group: choices.groupTitle(s.group), period: choices.period() ? choices.periodTitle(choices.period()) : '', weighting: say.id('weighting', s.weighting) });

  function columns(s) {
    const c = (m) => m.composite;
    return [
      { title: t('name'), text: standing.named },
      { title: t('colRank'), text: (m) => say.rank(m.rank), numbers: (m) => ({ rank: m.rank.rank, low: m.rank.low, high: m.rank.high }) },
      { title: t('colRankAll'), text: (m) => (m.rank.lowAll === undefined ? t('notRanked') : m.rank.lowAll + '–' + m.rank.highAll), numbers: (m) => ({ low: m.rank.lowAll, high: m.rank.highAll }) },
      { title: t('colRankChoices'), text: (m) => (m.rank.lowChoices === undefined ? t('notTried') : m.rank.lowChoices + '–' + m.rank.highChoices), numbers: (m) => ({ low: m.rank.lowChoices, high: m.rank.highChoices }) },
      { title: t('colComposite'), text: (m) => say.score(c(m)), numbers: (m) => ({ value: c(m).score, low: c(m).low, high: c(m).high }) },
      { title: t('colClass'), text: (m) => standing.classed(m.rank.standing, s.median) },
      { title: t('colWhy'), text: (m) => standing.sentence(m, s.group, s.period, s.weighting) },
      { title: t('colRests'), text: (m) => standing.restsOn(c(m)), numbers: (m) => ({ measured: c(m).measured, censored: c(m).censored, missing: c(m).missing }) },
      { title: t('colDifference'), text: (m) => (c(m).difference === undefined ? '–' : say.interval(c(m).difference, c(m).differenceLow, c(m).differenceHigh, say.tenths)), numbers: (m) => ({ value: c(m).difference, low: c(m).differenceLow, high: c(m).differenceHigh }) }
    ];
  }

  function draw(s, rows, width, step) {
    const narrow = width < 480;
    return charts.caterpillar(rows.map((m) => ({
      head: standing.named(m), right: say.rank(m.rank), chosen: isChosen(m.id), standing: m.rank.standing, score: m.composite.score, low: m.composite.low, high: m.composite.high,
      absent: say.id('status', m.composite.status),
      tip: standing.named(m) + '\n' + t('tipRank', { rank: say.rank(m.rank) }) + '\n' + t('tipComposite', { score: say.score(m.composite) }) + '\n' + standing.classed(m.rank.standing, s.median)
    })), s.median, { step, top: 34, bottom: 46, left: narrow ? 112 : 150, right: narrow ? 78 : 92, rightTitle: t('rankLowHigh'), axis: t('compositeAxis') });
  }

  function render() {
    const s = state();
    const small = document.getElementById('overview').clientWidth >= 480 && document.querySelector('.answer').clientWidth >= WIDE;
    const step = s.members.length > 60 ? 26 : small ? (s.members.length > 8 ? 34 : 44) : 34;
    const title = titled(s);
    figures.show('overview', { title, finding: standing.finding(s.group, s.period, s.weighting), columns: columns(s), rows: s.members,
      link: (m) => to(m.id), chosen: (m) => isChosen(m.id), draw: (width) => draw(s, s.members, width, step),
      click: (event) => { const m = s.members[event.dataIndex]; if (m && choices.embedded(m.id)) choices.choose({ district: m.id, among: choices.chosen.among }); } });
    document.getElementById('overview-sure').textContent = standing.certainty(s.group, s.period, s.weighting);
    sentences(s, step, small);
    driving(s);
  }

  // A sentence a member, level with its line in the chart where there is room beside it.
  function sentences(s, step, beside) {
    const list = document.getElementById('overview-sentences');
    list.style.paddingTop = beside ? '34px' : '0';
    list.replaceChildren(...s.members.map((m) => {
      const item = document.createElement('li'), name = document.createElement(to(m.id) ? 'a' : 'span');
      name.textContent = standing.named(m);
      name.className = 'who';
      if (to(m.id)) name.href = to(m.id);
      const said = standing.sentence(m, s.group, s.period, s.weighting);
      const words = document.createElement('span');
      words.className = 'why';
      words.textContent = said;
      item.append(name, ' ', words);
      item.title = said;
      item.className = (beside ? 'level' : '') + (isChosen(m.id) ? ' chosen' : '');
      if (beside) item.style.height = step + 'px';
      item.style.setProperty('--lines', step < 30 ? 1 : 2);
      return item;
    }));
  }

  function driving(s) {
    const list = document.getElementById('overview-driving');
    list.replaceChildren(...standing.drivingGroup(s.group, s.period, s.weighting).map((d) => {
      const item = document.createElement('li'), link = document.createElement('a'), words = document.createElement('span');
      link.href = '#indicator-' + d.indicator.id;
      link.textContent = say.title(d.indicator);
      words.textContent = t('driving', { apart: say.tenths(d.apart), best: standing.named(d.best), most: say.signed(d.most, say.tenths), last: standing.named(d.last), least: say.signed(d.least, say.tenths) });
      item.append(link, ' ', words);
      return item;
    }));
  }

  return { render };
})();
