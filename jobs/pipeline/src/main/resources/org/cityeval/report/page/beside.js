'use strict';
// Puts the rows of a chosen member, its peers and its groups together: each member's numbers are in the page once.
const rowsBeside = (function () {
  const key = (...parts) => parts.join('|');

  // In a wave everyone has days of their own; then members stand side by side over the first shared period.
  const sharedPeriod = (beside, period) => beside.periods.find((p) => p.id === period) || beside.periods[0];
  const shared = (beside, period) => (sharedPeriod(beside, period) || { id: '' }).id;

  function peers(beside, unit, period, weighting) {
    const at = shared(beside, period);
    const standing = beside.alike.standings[key(unit, at, weighting)];
    if (!standing) return undefined;
    const row = (id, cells, last, sign) => {
      const member = beside.members[key(id, at)];
      const bar = member.composites[weighting];
      return { id, head: member.head, cells: cells.concat([bar.text, last]), standing: sign, rank: cells[0], score: bar.score, low: bar.low, high: bar.high };
    };
    const nearest = beside.alike.nearest[unit] || [];
    return { title: standing.title, finding: standing.finding, median: standing.median,
      rows: [row(unit, ['itself', '–'], standing.rank, standing.standing)].concat(nearest.map((p) => row(p.id, [p.distance, p.by], 'peer', 'context'))) };
  }

  function similar(beside, unit, period, weighting) {
    const map = Object.values(beside.alike.maps).find((m) => m.dots.some((d) => d.id === unit));
    if (!map) return undefined;
    const standing = beside.alike.standings[key(unit, shared(beside, period), weighting)];
    const own = map.dots.find((d) => d.id === unit);
    return { map, title: map.title, finding: [own.finding, standing ? standing.similar : ''].join(' ').trim(), rows: map.dots };
  }

  function together(beside, unit, period) {
    const at = shared(beside, period);
    const roles = new Map([[unit, ['chosen']]]);
    const add = (id, role) => roles.set(id, (roles.get(id) || []).concat(role));
    (beside.alike.nearest[unit] || []).forEach((p, i) => add(p.id, 'peer ' + (i + 1)));
    (beside.named.of[unit] || []).forEach((g) => beside.named.members[g].forEach((id) => add(id, beside.named.titles[g])));
    const rows = [...roles].filter(([id]) => beside.members[key(id, at)]).map(([id, as]) => {
      const member = beside.members[key(id, at)];
      return { id, head: member.head, cells: [as.join(', ')].concat(Object.values(member.composites).map((b) => b.text), member.cells) };
    });
    return { title: rows.length ? rows[0].head + ' beside its peers and named groups, ' + sharedPeriod(beside, period).title : 'Nobody stands side by side', rows };
  }

  function factors(beside, unit, group, period, weighting) {
    const view = beside.basis.views[key(group, period, weighting)];
    if (!view) return undefined;
    const own = beside.basis.own[key(unit, group, period, weighting)] || {};
    return { title: view.title, finding: view.finding, rows: view.rows.map((r) => {
      const mine = own[r.id];
      return Object.assign({}, r, { cells: r.cells.concat(mine ? mine.cells : ['not ranked in it', 'not ranked in it']), own: mine && mine.total });
    }) };
  }

  // Groups of which it is known what their ranks rest on; those the chosen member is in come first.
  function bases(beside, choice, city) {
    const known = (id) => Object.keys(beside.basis.views).some((k) => k.startsWith(id + '|'));
    const districts = { id: 'own', title: 'Districts of ' + city.title, group: choice.city };
    const cities = { id: 'cities', title: 'Cities', group: 'cities' };
    return (choice.district === choice.city ? [cities, districts] : [districts, cities])
      .concat(beside.groups.map((g) => ({ id: g.id, title: g.title, group: g.id }))).filter((o) => known(o.group));
  }

  return { peers, similar, together, factors, bases };
})();
