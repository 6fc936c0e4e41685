'use strict';
// A figure is a sentence, a chart and a table that say the same, and what of it a reader may take along.
const figures = (function () {
  const drawn = new Map();
  let queue = [];
  const byId = (id) => document.getElementById(id);

  // view: title, finding, columns, rows, and draw(width) = { height, option } where there is a chart.
  function show(id, view) {
    const place = byId(id);
    if (!place && !byId(id + '-table')) return;
    byId(id + '-title').textContent = view.title;
    byId(id + '-finding').textContent = view.finding || '';
    drawn.set(id, view);
    // What is on the screen comes first; the rest, and tables in folds, follow when the reader's hand is free.
    if (isSeen(byId(id + '-title').parentElement.parentElement)) {
      queue = queue.filter((job) => job.id !== id);
      draw(id);
      later(id, fillTable);
    } else {
      later(id, draw);
      later(id, fillTable);
    }
  }
  // The choices stick to the top of the screen and hide what is below them.
  const HIDDEN = 90;
  function isSeen(element) {
    const box = element.getBoundingClientRect();
    return box.top < innerHeight && box.bottom > HIDDEN;
  }
  function later(id, make) {
    if (queue.some((job) => job.id === id && job.make === make)) return;
    queue.push({ id, make });
    tell();
    if (!waiting) waiting = setTimeout(next, 0);
  }
  // Work that is for no figure alone.
  function after(works) {
    works.filter((work) => !queue.some((job) => job.make === work)).forEach((work) => queue.push({ make: work }));
    tell();
    if (!waiting && queue.length) waiting = setTimeout(next, 0);
  }
  let waiting;
  // Charts before tables: these stand in folds.
  function next() {
    const at = Math.max(0, queue.findIndex((job) => job.make !== fillTable)), job = queue.splice(at, 1)[0];
    if (job) job.make(job.id);
    tell();
    waiting = queue.length ? setTimeout(next, 0) : undefined;
  }
  // Whether anything waits to be drawn, for who looks from outside.
  const tell = () => document.documentElement.toggleAttribute('data-waiting', queue.length > 0);
  // All that waits, now: before printing, and for tests.
  function all() {
    while (queue.length) {
      const job = queue.shift();
      job.make(job.id);
    }
    tell();
  }

  function fillTable(id) {
    const table = byId(id + '-table');
    if (table) tables.fill(table, drawn.get(id));
  }

  function draw(id, width) {
    const place = byId(id), view = drawn.get(id);
    if (!place) return;
    const chart = echarts.getInstanceByDom(place);
    if (!view.draw || !view.rows.length) {
      if (chart) chart.dispose();
      place.style.height = '0';
      return;
    }
    const across = width || place.clientWidth;
    const made = view.draw(across);
    place.style.height = made.height + 'px';
    const on = chart || echarts.init(place, null, { renderer: 'svg' });
    on.resize({ width: across, height: made.height });
    on.setOption(made.option, true);
    on.off('click');
    if (view.click) on.on('click', (event) => view.click(event));
  }
  const redraw = (width) => drawn.forEach((_, id) => draw(id, width));

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
    if (queue.length) all();
    const view = drawn.get(id) || tables.shown(id + '-table') || tables.shown(id);
    if (kind === 'csv') save(fileName(view.title) + '.csv', 'text/csv;charset=utf-8', '\ufeff' + tables.csv(view));
    else if (kind === 'svg') save(fileName(view.title) + '.svg', 'image/svg+xml', svg(id));
    else png(id).then((picture) => save(fileName(view.title) + '.png', 'image/png', picture));
  });

  let resizing;
  window.addEventListener('resize', () => { clearTimeout(resizing); resizing = setTimeout(() => redraw(), 120); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => redraw());

  // Paper has its own width and is light, and no reader can open a fold on it.
  const closed = [];
  window.addEventListener('beforeprint', () => {
    all();
    document.documentElement.classList.add('paper');
    document.querySelectorAll('.sheet details:not([open])').forEach((fold) => { closed.push(fold); fold.open = true; });
    redraw(690);
  });
  window.addEventListener('afterprint', () => {
    document.documentElement.classList.remove('paper');
    closed.splice(0).forEach((fold) => { fold.open = false; });
    redraw();
  });

  return { show, view: (id) => drawn.get(id), after, isSeen, all, redraw, svg, png };
})();
