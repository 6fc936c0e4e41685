'use strict';
// Every chart is one stop of the tab key. There the arrow keys walk it: left and right its points, up and down what is told of each.
// What is reached is read out from the same rows and columns that the table beside the chart holds.
const walking = (function () {
  const { t } = say;
  const places = new Map();
  const LEAP = 10;

  const clamp = (at, count) => Math.max(0, Math.min(count - 1, at));
  const readout = (plot) => document.getElementById(plot.id + '-readout');

  function moved(key, at, rows) {
    const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: LEAP, PageUp: -LEAP }[key];
    if (by !== undefined) return { row: at.row + by, column: at.column };
    if (key === 'ArrowDown' || key === 'ArrowUp') return at.row < 0 ? { row: 0, column: 0 } : { row: at.row, column: at.column + (key === 'ArrowDown' ? 1 : -1) };
    if (key === 'Home' || key === 'End') return { row: key === 'Home' ? 0 : rows - 1, column: at.column };
    return undefined;
  }

  // The first column names the row, so what is told begins with the second.
  function read(view, at) {
    const row = view.rows[at.row], column = view.columns[at.column + 1] || view.columns[0];
    return t('walked', { name: view.columns[0].text(row), what: column.title, value: column.text(row), at: at.row + 1, of: view.rows.length });
  }

  function point(plot, view, at) {
    const chart = echarts.getInstanceByDom(plot);
    if (!chart) return;
    const spot = view.spot ? view.spot(view.rows[at.row], chart.getOption()) : { seriesIndex: 0, dataIndex: at.row };
    chart.dispatchAction(spot ? Object.assign({ type: 'showTip' }, spot) : { type: 'hideTip' });
  }

  function leave(plot) {
    const chart = echarts.getInstanceByDom(plot);
    if (chart) chart.dispatchAction({ type: 'hideTip' });
    readout(plot).textContent = '';
  }

  function press(event) {
    const plot = event.currentTarget, view = figures.view(plot.id);
    if (!view || !view.rows.length || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = places.get(plot.id) || { row: -1, column: 0 };
    if (event.key === 'Escape') {
      leave(plot);
      return;
    }
    if (event.key === 'Enter' && at.row >= 0) {
      const to = view.link && view.link(view.rows[clamp(at.row, view.rows.length)]);
      if (to) follow(to);
      return;
    }
    const next = moved(event.key, at, view.rows.length);
    if (!next) return;
    event.preventDefault();
    next.row = clamp(next.row, view.rows.length);
    next.column = clamp(next.column, Math.max(1, view.columns.length - 1));
    places.set(plot.id, next);
    readout(plot).textContent = read(view, next);
    point(plot, view, next);
  }

  // As a click on the link of the table would.
  function follow(to) {
    const link = document.createElement('a');
    link.href = to;
    document.body.append(link);
    link.click();
    link.remove();
  }

  document.querySelectorAll('.plot').forEach((plot) => {
    const said = document.createElement('p');
    said.id = plot.id + '-readout';
    said.className = 'readout';
    said.setAttribute('aria-live', 'polite');
    plot.after(said);
    plot.tabIndex = 0;
    // An image is read over; in an application the arrow keys reach the page.
    plot.setAttribute('role', 'application');
    plot.setAttribute('aria-describedby', plot.getAttribute('aria-describedby') + ' walk-hint');
    plot.addEventListener('keydown', press);
    plot.addEventListener('focus', () => { if (plot.matches(':focus-visible') && !said.textContent) said.textContent = t('walkHint'); });
    plot.addEventListener('blur', () => leave(plot));
  });
})();
