'use strict';
// A figure is a sentence, a chart and a table that say the same, and what of it a reader may take along.
const figures = (function () {
  const drawn = new Map();
  const byId = (id) => document.getElementById(id);
  const tableOf = (id) => byId(id + '-table');

  // view: title, finding, columns, rows, and draw(width) = { height, option } where there is a chart.
  function show(id, view) {
    const place = byId(id), table = tableOf(id);
    if (!place && !table) return;
    byId(id + '-title').textContent = view.title;
    byId(id + '-finding').textContent = view.finding || '';
    drawn.set(id, view);
    if (place) due(place, () => draw(id));
    if (table) due(table.parentElement, () => tables.fill(table, view));
  }

  // Most of a page is out of sight, and most tables are in closed folds. What is on the screen is drawn at once, what is
  // near when the reader's hand is free. The rest keeps its place, and is drawn when it comes near or is asked for.
  const stale = new Map(), seen = new Set(), near = new Set();
  const NEAR = '600px 0px';
  const watch = (known, margin) => new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    known[isIntersecting ? 'add' : 'delete'](target);
    if (isIntersecting) soon(target);
  }), { root: document, rootMargin: margin });
  const watches = [watch(seen, '-90px 0px 0px'), watch(near, NEAR)];
  const watched = new WeakSet();

  function due(element, make) {
    stale.set(element, make);
    if (seen.has(element)) freshen(element);
    else if (near.has(element)) soon(element);
    if (watched.has(element)) return;
    watched.add(element);
    watches.forEach((one) => one.observe(element));
  }
  // What is on the first screen is drawn before that screen is shown, and before anything could be watched.
  const first = (element) => { seen.add(element); freshen(element); };
  function freshen(element) {
    const make = stale.get(element);
    stale.delete(element);
    if (make) make();
  }
  const soon = (element) => { if (stale.has(element)) after([() => freshen(element)]); };
  // All that waits and stands within a place or before it, for what is drawn later would push the place away.
  function upTo(place) {
    run();
    const before = Node.DOCUMENT_POSITION_PRECEDING | Node.DOCUMENT_POSITION_CONTAINED_BY;
    [...stale.keys()].filter((element) => place.compareDocumentPosition(element) & before && !element.closest('details:not([open])')).forEach(freshen);
  }
  // A fold shows its table as it opens.
  document.addEventListener('click', (event) => {
    const summary = event.target.closest && event.target.closest('summary');
    if (!summary) return;
    run();
    [...stale.keys()].filter((element) => summary.parentElement.contains(element)).forEach(freshen);
  });

  let queue = [], waiting;
  // Work for when the reader's hand is free: a piece at a time, so that a key or a click comes between.
  function after(works) {
    queue.push(...works.filter((work) => !queue.includes(work)));
    tell();
    if (!waiting && queue.length) waiting = setTimeout(next, 0);
  }
  function next() {
    const job = queue.shift();
    if (job) job();
    tell();
    waiting = queue.length ? setTimeout(next, 0) : undefined;
  }
  // Whether anything waits to be said or drawn, for who looks from outside.
  const tell = () => document.documentElement.toggleAttribute('data-waiting', queue.length > 0);
  function run() {
    while (queue.length) queue.shift()();
    tell();
  }

  function draw(id, width) {
    const place = byId(id), view = drawn.get(id);
    const chart = echarts.getInstanceByDom(place);
    if (!view.draw || !view.rows.length) {
      if (chart) chart.dispose();
      place.style.height = '0';
      return;
    }
    const across = width || place.clientWidth;
    const made = view.draw(across);
    const on = chart || echarts.init(place, null, { renderer: 'svg', width: across, height: made.height });
    if (on.getWidth() !== across || on.getHeight() !== made.height) {
      // An empty chart is resized for nothing; a full one would be drawn twice.
      on.clear();
      on.resize({ width: across, height: made.height });
    }
    place.style.height = made.height + 'px';
    on.setOption(made.option, true);
    on.off('click');
    if (view.click) on.on('click', (event) => view.click(event));
  }
  function redraw() {
    charts.fresh();
    drawn.forEach((_, id) => { if (byId(id)) due(byId(id), () => draw(id)); });
  }

  function save(name, type, data) {
    const link = document.createElement('a');
    const address = URL.createObjectURL(new Blob([data], { type }));
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
  const fileName = (title) => title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80);

  function svg(id) {
    freshen(byId(id));
    const picture = byId(id).querySelector('svg').cloneNode(true);
    const box = byId(id).getBoundingClientRect();
    picture.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    picture.setAttribute('width', box.width);
    picture.setAttribute('height', box.height);
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    paper.setAttribute('width', '100%');
    paper.setAttribute('height', '100%');
    paper.setAttribute('fill', charts.color('paper'));
    picture.insertBefore(paper, picture.firstChild);
    return new XMLSerializer().serializeToString(picture);
  }

  function png(id) {
    freshen(byId(id));
    const box = byId(id).getBoundingClientRect();
    const image = new Image();
    return new Promise((done, failed) => {
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = 2 * box.width;
        canvas.height = 2 * box.height;
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(done, 'image/png');
      };
      image.onerror = failed;
      image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg(id));
    });
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest && event.target.closest('button[data-take]');
    if (!button) return;
    const id = button.dataset.of, kind = button.dataset.take;
    run();
    const view = drawn.get(id) || tables.shown(id + '-table') || tables.shown(id);
    if (kind === 'csv') save(fileName(view.title) + '.csv', 'text/csv;charset=utf-8', '\ufeff' + tables.csv(view));
    else if (kind === 'svg') save(fileName(view.title) + '.svg', 'image/svg+xml', svg(id));
    else png(id).then((picture) => save(fileName(view.title) + '.png', 'image/png', picture));
  });

  let resizing;
  window.addEventListener('resize', () => { clearTimeout(resizing); resizing = setTimeout(redraw, 120); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  // Paper has its own width and is light, and no reader can open a fold on it.
  const closed = [], PRINTED = '.sheet, .sheet-head';
  window.addEventListener('beforeprint', () => {
    run();
    document.documentElement.classList.add('paper');
    charts.fresh();
    document.querySelectorAll('.sheet details:not([open])').forEach((fold) => { closed.push(fold); fold.open = true; });
    [...stale.keys()].filter((element) => element.closest(PRINTED) && !element.matches('.plot')).forEach(freshen);
    drawn.forEach((_, id) => { if (byId(id) && byId(id).closest(PRINTED)) draw(id, 690); });
  });
  window.addEventListener('afterprint', () => {
    document.documentElement.classList.remove('paper');
    closed.splice(0).forEach((fold) => { fold.open = false; });
    redraw();
  });

  return { show, view: (id) => drawn.get(id), after, first, upTo, isSeen: (id) => [byId(id), tableOf(id) && tableOf(id).parentElement].some((element) => seen.has(element)), svg, png };
})();
