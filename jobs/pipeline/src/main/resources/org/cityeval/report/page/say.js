'use strict';
// What the page says, in the reader's language: words by key, numbers, days and names.
const say = (function () {
  const words = JSON.parse(document.getElementById('words').textContent);
  let lang = 'en';

  function t(key, args) {
    const word = words[key];
    if (!word) return key;
    return (word[lang] || word.en).replace(/\{(\w+)\}/g, (whole, name) => (args && name in args ? args[name] : whole));
  }
  // The word for an id of the tables; the id itself, made readable, where the page has none.
  const id = (kind, name) => (words[kind + '_' + name] ? t(kind + '_' + name) : String(name).replace(/_/g, ' '));

  // What the file and the tables say in English, in the reader's language: word for word, with # for numbers and * for any words.
  const phrases = JSON.parse(document.getElementById('phrases').textContent);
  Object.values(words).forEach((w) => { if (!(w.en in phrases) && !w.en.includes('{')) phrases[w.en] = w.zh; });
  const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const patterns = Object.keys(phrases).filter((p) => p.includes('*')).map((p) => ({ test: new RegExp('^' + escaped(p).replace(/\*/g, '(.+?)').replace(/#/g, '([\\d,.]+)') + '$'), kinds: p.match(/[*#]/g), zh: phrases[p] }));
  const known = new Map();
  // Ids of tables within a text, in words.
  const plain = (text) => text.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (name) => (words['id_' + name] ? t('id_' + name) : name));
  function phrase(text) {
    if (lang !== 'zh') return plain(text);
    if (!known.has(text)) known.set(text, plain(translated(text.trim())));
    return known.get(text);
  }
  function translated(text) {
    if (text in phrases) return phrases[text];
    const found = [], of = text.replace(/\d+(?:,\d{3})*(?:\.\d+)?/g, (n) => { found.push(n); return '#'; });
    if (found.length && of in phrases) return phrases[of].replace(/#/g, () => found.shift());
    for (const p of patterns) {
      const match = p.test.exec(text);
      if (!match) continue;
      const of = (kind) => match.slice(1).filter((_, i) => p.kinds[i] === kind).map((part) => (kind === '*' ? translated(part) : part));
      const [any, numbers] = [of('*'), of('#')];
      return p.zh.replace(/[*#]/g, (kind) => (kind === '*' ? any : numbers).shift());
    }
    return text;
  }

  const decimals = (v) => { const size = Math.abs(v); return size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3; };
  // Made once each: a format costs far more than a number.
  const formats = Array.from({ length: 7 }, (_, digits) => new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  function fixed(v, digits) {
    const text = formats[digits].format(Math.abs(v));
    return v < 0 && /[1-9]/.test(text) ? '−' + text : text;
  }
  const whole = (v) => v === undefined || v === Math.round(v);
  // Three significant digits, whole numbers beyond a hundred.
  const number = (v) => fixed(v, whole(v) ? 0 : decimals(v));
  const tenths = (v) => fixed(v, 1);
  const signed = (v, show) => (v > 0 ? '+' : '') + show(v);
  const percent = (share) => Math.round(100 * share) + ' %';
  const change = (share) => { const p = Math.round(100 * share); return (p > 0 ? '+' : p < 0 ? '−' : '') + Math.abs(p) + ' %'; };

  function interval(v, low, high, show) {
    if (low === undefined && high === undefined) return show(v);
    const end = (e) => (e === undefined ? t('open') : show(e));
    return t('interval', { value: show(v), low: end(low), high: end(high) });
  }
  const score = (c) => (c === undefined || c.score === undefined ? id('status', c ? c.status : 'missing') : interval(c.score, c.low, c.high, tenths));
  const rank = (r) => (r === undefined || r.rank === undefined ? t('notRanked') : r.rank + ' (' + r.low + '–' + r.high + ')');

  const unit = (u, perResident, said) => (u === '1' || u === undefined ? (perResident ? t('perResident') : '') : id(said === '1' && words['unit_one_' + u] ? 'unit_one' : 'unit', u) + (perResident ? ' ' + t('perResident') : ''));

  // A value with interval and unit; without one, what is known of it.
  function value(v, indicator) {
    const after = (said) => { const of = unit(indicator.unit, indicator.perResident, said); return of ? ' ' + of : ''; };
    if (v.status === undefined && v.value !== undefined) {
      const digits = whole(v.value) && whole(v.low) && whole(v.high) ? 0 : decimals(v.value);
      return interval(v.value, v.low, v.high, (x) => fixed(x, digits)) + after(v.low === undefined && v.high === undefined ? fixed(v.value, digits) : '');
    }
    if (v.status === 'censored' && v.low > 0) return t('moreThan', { value: number(v.low) + after(number(v.low)) });
    return id('status', v.status);
  }

  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  function day(iso) {
    const [y, m, d] = iso.split('-').map(Number);
    return lang === 'zh' ? y + '年' + m + '月' + d + '日' : d + ' ' + MONTHS[m - 1] + ' ' + y;
  }
  const name = (u) => (lang === 'zh' && u.zh ? u.zh : u.name);
  const title = (o) => (lang === 'zh' && o.zh ? o.zh : o.title);
  // In an English sentence an indicator begins small; a proper name or an abbreviation does not.
  const within = (o) => (lang === 'zh' ? title(o) : /^[A-Z][a-z]/.test(o.title) ? o.title[0].toLowerCase() + o.title.slice(1) : o.title);
  function list(names) {
    if (names.length > 12) return names.slice(0, 11).join(t('comma')) + t('andOthers', { count: names.length - 11 });
    return names.length < 2 ? names.join('') : names.slice(0, -1).join(t('comma')) + t('and') + names[names.length - 1];
  }

  function speak(language) {
    lang = language === 'zh' ? 'zh' : 'en';
    document.documentElement.lang = lang === 'zh' ? 'zh-Hans' : 'en';
    document.querySelectorAll('[data-say]').forEach((e) => { e.textContent = t(e.dataset.say); });
    // What the file says in English, with the Chinese beside it.
    document.querySelectorAll('[data-zh]').forEach((e) => {
      if (e.dataset.en === undefined) e.dataset.en = e.textContent;
      e.textContent = lang === 'zh' ? e.dataset.zh : e.dataset.en;
    });
    document.querySelectorAll('[data-phrase]').forEach((e) => {
      if (e.dataset.en === undefined) e.dataset.en = e.textContent;
      e.textContent = phrase(e.dataset.en);
    });
    document.querySelectorAll('[data-label]').forEach((e) => { e.setAttribute('aria-label', t(e.dataset.label)); });
  }

  return { t, id, phrase, number, fixed, tenths, signed, percent, change, interval, score, rank, unit, value, day, name, title, within, list, speak, lang: () => lang };
})();
