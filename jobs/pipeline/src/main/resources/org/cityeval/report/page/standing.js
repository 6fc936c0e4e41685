'use strict';
// Who stands where, in words: what a ranking shows, how sure it is, and why a member stands where it does.
const standing = (function () {
  const { t } = say;

  const middleOf = (group, period, weighting) => (model.groups.get(model.key(group, period, weighting)) || {}).median;
  const named = (member) => say.name(member.unit) + (member.unit.namesake && choices.group() !== member.unit.city ? t('inCity', { city: say.name(model.units.get(member.unit.city)) }) : '');

  // Whom the numbers tell apart from the middle, and whom they do not.
  function finding(group, period, weighting) {
    const members = model.members(group, period, weighting);
    if (!members.length) return t('nothingRanked');
    const names = (of) => members.filter((m) => m.rank.standing === of).map(named);
    const better = names('clearly_better'), worse = names('clearly_worse'), same = names('not_distinguishable');
    const unranked = members.filter((m) => m.rank.rank === undefined).map(named);
    if (unranked.length === members.length) return t('nothingRanked');
    const median = middleOf(group, period, weighting);
    const middle = t('middle', { value: median === undefined ? '–' : say.tenths(median) });
    const parts = [];
    if (better.length) parts.push(t('foundBetter', { middle, names: say.list(better) }));
    if (worse.length) parts.push(t('foundWorse', { middle, names: say.list(worse) }));
    if (same.length) parts.push(t(parts.length ? 'foundSame' : 'foundAllSame', { middle, names: say.list(same), count: same.length }));
    if (unranked.length) parts.push(t('foundUnranked', { names: say.list(unranked) }));
    const all = (model.groups.get(model.key(group, period, weighting)) || {}).members;
    if (all > members.length) parts.push(t('foundEnds', { shown: members.length, all }));
    return parts.join(t('stop'));
  }

  // How far ranks are from sure.
  function certainty(group, period, weighting) {
    const ranked = model.members(group, period, weighting).filter((m) => m.rank.rank !== undefined);
    if (!ranked.length) return '';
    const typical = (low, high) => {
      const widths = ranked.filter((m) => m.rank[low] !== undefined).map((m) => m.rank[high] - m.rank[low] + 1).sort((a, b) => a - b);
      return widths[Math.floor(widths.length / 2)];
    };
    const mean = (key) => say.percent(ranked.reduce((sum, m) => sum + (m.composite[key] || 0), 0) / ranked.length);
    const range = typical('lowChoices', 'highChoices');
    return t('sure', { width: typical('low', 'high'), count: ranked[0].rank.compared || ranked.length, measured: mean('measured'), censored: mean('censored'), missing: mean('missing') })
      + (range ? ' ' + t('sureChoices', { width: range }) : '') + ' ' + matters(ranked);
  }

  // Whose composite the other weighting changes beyond its interval.
  function matters(ranked) {
    if (ranked.every((m) => m.composite.difference === undefined)) return '';
    const up = ranked.filter((m) => m.composite.differenceLow > 0).map(named), down = ranked.filter((m) => m.composite.differenceHigh < 0).map(named);
    return !up.length && !down.length ? t('weightingSame') : (up.length ? t('weightingRaises', { names: say.list(up) }) + ' ' : '') + (down.length ? t('weightingLowers', { names: say.list(down) }) : '');
  }

  const listed = (drivers) => say.list(drivers.map((d) => t('driver', { title: say.within(d.indicator), points: say.signed(d.points, say.tenths) })));
  const NOTABLE = 0.3;

  // One sentence: how it stands to the middle, chiefly by what, in spite of what.
  function sentence(member, group, period, weighting) {
    if (member.rank.rank === undefined) return t('saysUnranked', { missing: say.percent(member.composite.missing || 0) });
    const median = middleOf(group, period, weighting), above = member.composite.score >= median;
    const verdict = member.rank.standing === 'not_distinguishable' ? (Math.abs(member.composite.score - median) < 0.05 ? 'saysAtMiddle' : above ? 'saysAbove' : 'saysBelow')
      : member.rank.standing === 'clearly_better' ? 'saysBetter' : 'saysWorse';
    const all = model.drivers(member.id, group, period, weighting);
    const up = all.filter((d) => d.points > NOTABLE), down = all.filter((d) => d.points < -NOTABLE).reverse();
    const [by, spite] = above ? [up.slice(0, 2), down.slice(0, 1)] : [down.slice(0, 2), up.slice(0, 1)];
    return t(verdict) + (by.length ? t('chiefly', { by: listed(by) }) : '') + (spite.length ? t('inSpite', { of: listed(spite) }) : '') + t('end');
  }

  // Indicators that set the members of a group farthest apart.
  function drivingGroup(group, period, weighting) {
    const found = new Map();
    const ranked = model.members(group, period, weighting).filter((m) => m.rank.rank !== undefined);
    for (const member of ranked) {
      for (const d of model.drivers(member.id, group, period, weighting)) {
        const of = found.get(d.indicator.id) || { indicator: d.indicator, apart: 0, most: d.points, least: d.points, best: member, last: member };
        of.apart += Math.abs(d.points) / ranked.length;
        if (d.points > of.most) Object.assign(of, { most: d.points, best: member });
        if (d.points < of.least) Object.assign(of, { least: d.points, last: member });
        found.set(d.indicator.id, of);
      }
    }
    return [...found.values()].sort((a, b) => b.apart - a.apart).slice(0, 3).filter((d) => d.apart > 0);
  }

  function classed(name, median) {
    return ['clearly_better', 'clearly_worse', 'not_distinguishable'].includes(name) ? t('class_' + name, { middle: median === undefined ? t('theMiddle') : t('middle', { value: say.tenths(median) }) }) : t('notRanked');
  }
  const restsOn = (c) => (c.measured === undefined ? t('nothingWeighs') : t('restsOn', { measured: say.percent(c.measured), censored: say.percent(c.censored), missing: say.percent(c.missing) }));

  return { finding, certainty, sentence, drivingGroup, middleOf, named, classed, restsOn, listed };
})();
