"use strict";
// Looks through bookIndex (search-index.js) on the reader's machine: every word must be there; a word in the title counts most.
(function () {
  var MOST = 60, BEFORE = 60, AFTER = 140;
  var LETTERS = { "\u00e6": "ae", "\u00f8": "oe", "\u00e5": "aa", "\u00e4": "ae", "\u00f6": "oe", "\u00a7": " " };
  var field = document.getElementById("search");
  var hits = document.getElementById("hits");
  var count = document.getElementById("count");

  // Lower case, and letters as a keyboard without them would write them.
  function plain(text) {
    return text.toLowerCase().replace(/[\u00e6\u00f8\u00e5\u00e4\u00f6\u00a7]/g, function (letter) { return LETTERS[letter]; });
  }

  var rows = bookIndex.rows.map(function (row) {
    return { kind: bookIndex.kinds[row[0]], title: row[1], where: row[2], href: row[3], text: row[4],
      head: plain(row[1]), rest: plain(row[2] + " " + row[4]) };
  });

  function score(row, words) {
    var sum = 0;
    for (var i = 0; i < words.length; i++) {
      var at = row.head.indexOf(words[i]);
      if (at === 0 || (at > 0 && !/[\p{L}\p{N}]/u.test(row.head[at - 1]))) { sum += 8; }
      else if (at > 0) { sum += 4; }
      else if (row.rest.indexOf(words[i]) >= 0) { sum += 1; }
      else { return 0; }
    }
    return sum;
  }

  // The words around the first hit in the text, cut between words.
  function snippet(text, words) {
    var tokens = text.split(" "), first = 0;
    for (var n = 0; n < tokens.length; n++) {
      var token = plain(tokens[n]);
      if (words.some(function (word) { return token.indexOf(word) >= 0; })) { first = n; break; }
    }
    var from = first, to = first, before = 0, after = 0;
    while (from > 0 && before < BEFORE) { from -= 1; before += tokens[from].length + 1; }
    while (to < tokens.length && after < AFTER) { after += tokens[to].length + 1; to += 1; }
    return (from > 0 ? "… " : "") + tokens.slice(from, to).join(" ") + (to < tokens.length ? " …" : "");
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) { made.className = className; }
    return made;
  }

  function show(asked) {
    var words = plain(asked).split(/\s+/).filter(Boolean);
    hits.textContent = "";
    count.textContent = "";
    if (!words.length) { return; }
    var found = rows.map(function (row, n) { return { row: row, n: n, score: score(row, words) }; })
      .filter(function (each) { return each.score > 0; })
      .sort(function (a, b) { return b.score - a.score || a.n - b.n; });
    var said = found.length === 0 ? count.dataset.none
      : found.length === 1 ? count.dataset.one : count.dataset.many.replace("{n}", found.length);
    count.textContent = said + (found.length > MOST ? " " + count.dataset.shown.replace("{n}", MOST) : "");
    found.slice(0, MOST).forEach(function (each) {
      var item = document.createElement("li");
      var link = element("a", each.row.title);
      link.setAttribute("href", each.row.href);
      item.appendChild(link);
      item.appendChild(element("span", each.row.kind + (each.row.where ? " · " + each.row.where : ""), "facts"));
      if (each.row.text) { item.appendChild(element("p", snippet(each.row.text, words))); }
      hits.appendChild(item);
    });
  }

  var waiting = 0;
  field.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { show(field.value); }, 120);
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.focus();
  show(field.value);
})();
