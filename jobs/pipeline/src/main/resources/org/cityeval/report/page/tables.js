'use strict';
// Tables that a reader can sort, and take along as CSV with the numbers behind the words.
const tables = (function () {
  const shown = new Map();
  const PROSE = 60;

  // A column: title, text(row), and for CSV and order numbers(row) = { name: number }.
  function fill(table, view) {
    const known = shown.get(table.id) || {};
    shown.set(table.id, { view, sorted: known.sorted });
    table.caption.textContent = view.title;
    table.parentElement.setAttribute('aria-label', view.title);
    head(table, view.columns.map((c) => c.title));
    const body = ordered(view, known.sorted).map((row) => line(view, row));
    table.tBodies[0].replaceChildren(...(body.length ? body : [none(view.columns.length)]));
    mark(table, known.sorted);
  }

  function none(columns) {
    const row = document.createElement('tr'), cell = document.createElement('td');
    cell.colSpan = columns;
    cell.textContent = say.t('nothing');
    row.append(cell);
    return row;
  }

  function head(table, titles) {
    table.tHead.rows[0].replaceChildren(...titles.map((title, i) => {
      const cell = document.createElement('th'), button = document.createElement('button');
      cell.scope = 'col';
      button.type = 'button';
      button.textContent = title;
      button.title = say.t('sortBy');
      button.addEventListener('click', () => sort(table, i));
      cell.append(button);
      return cell;
    }));
  }

  function line(view, row) {
    const tr = document.createElement('tr');
    if (view.chosen && view.chosen(row)) tr.className = 'chosen';
    view.columns.forEach((column, i) => {
      const cell = document.createElement(i ? 'td' : 'th');
      const said = String(column.text(row));
      const to = !i && view.link && view.link(row);
      if (!i) cell.scope = 'row';
      if (to) {
        const link = document.createElement('a');
        link.href = to;
        link.textContent = said;
        cell.append(link);
      } else cell.textContent = said;
      // A sentence wants room, or its row becomes a tower.
      if (said.length > PROSE) cell.className = 'prose';
      tr.append(cell);
    });
    return tr;
  }

  // Numbers by size, absent ones last; words by the reader's alphabet.
  function ordered(view, sorted) {
    if (!sorted || !view.columns[sorted.at]) return view.rows;
    const column = view.columns[sorted.at];
    const of = (row) => (column.numbers ? Object.values(column.numbers(row))[0] : column.text(row));
    return [...view.rows].sort((a, b) => {
      const x = of(a), y = of(b);
      if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
      return sorted.way * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), say.lang()));
    });
  }

  function sort(table, at) {
    const state = shown.get(table.id);
    state.sorted = { at, way: state.sorted && state.sorted.at === at ? -state.sorted.way : 1 };
    table.tBodies[0].replaceChildren(...ordered(state.view, state.sorted).map((row) => line(state.view, row)));
    mark(table, state.sorted);
  }

  function mark(table, sorted) {
    [...table.tHead.rows[0].cells].forEach((cell, i) => {
      if (sorted && sorted.at === i) cell.setAttribute('aria-sort', sorted.way > 0 ? 'ascending' : 'descending');
      else cell.removeAttribute('aria-sort');
    });
  }

  // RFC 4180; what a spreadsheet would compute gets an apostrophe, by the rule of 'cityeval export'.
  const calculated = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
  const number = /^[+-][0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$/;
  function quoted(cell) {
    const said = cell === undefined || cell === null ? '' : String(cell);
    const text = typeof cell !== 'number' && calculated.test(said) && !number.test(said) ? "'" + said : said;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(view) {
    const names = [], lines = [];
    for (const column of view.columns) {
      names.push(column.title);
      if (column.numbers && view.rows.length) names.push(...Object.keys(column.numbers(view.rows[0])).map((n) => column.title + ': ' + n));
    }
    lines.push(names);
    for (const row of view.rows) {
      lines.push(view.columns.flatMap((column) => [column.text(row)].concat(column.numbers ? Object.values(column.numbers(row)) : [])));
    }
    return lines.map((cells) => cells.map(quoted).join(',')).join('\r\n') + '\r\n';
  }

  // A table that stands in the file already: said in the reader's language, sorted by what its cells say.
  const standing = new Map();
  function adopt(table) {
    if (!standing.has(table.id)) standing.set(table.id, { title: table.caption.textContent, titles: [...table.tHead.rows[0].cells].map((cell) => cell.textContent), rows: [...table.tBodies[0].rows].map((tr) => [...tr.cells].map((cell) => cell.textContent)) });
    const { title, titles, rows } = standing.get(table.id);
    const count = (said) => (/^[−-]?[\d,.]+/.test(said) ? Number(said.replace('−', '-').replace(/[^\d.-].*$/, '').replace(/,/g, '')) : undefined);
    const view = { title: say.phrase(title), rows, columns: titles.map((name, i) => ({ title: say.phrase(name), text: (r) => (r[i] === undefined ? '' : say.phrase(r[i])) })) };
    view.columns.forEach((column, i) => { if (rows.length && rows.every((r) => r[i] !== undefined && Number.isFinite(count(r[i])))) column.numbers = (r) => ({ number: count(r[i]) }); });
    fill(table, view);
    return view;
  }

  return { fill, csv, adopt, shown: (id) => (shown.get(id) || {}).view };
})();
