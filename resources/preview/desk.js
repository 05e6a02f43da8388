// Runs in a world of its own beside the page, which itself may run nothing.
// The page's blocks are kept as lists of nodes, so that a patch touches only what changed.
var desk = (() => {
  "use strict";
  let blocks = [];
  let tail = [];

  const byId = (id) => document.getElementById(id);
  const body = () => byId("story-body");

  // A style sheet made here is ours, whatever the page's policy says of its own.
  const sheet = new CSSStyleSheet();
  const OURS = `
    ::highlight(desk-word) { background-color: #ffd54d; color: #1c1c1e; }
    html::-webkit-scrollbar { width: 10px; height: 10px; background: transparent; }
    html::-webkit-scrollbar-thumb {
      border: 2px solid transparent; border-radius: 5px;
      background: #80808066 content-box;
    }
    html::-webkit-scrollbar-thumb:hover { background-color: #808080b3; }
  `;

  const nodesOf = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return [...holder.content.childNodes];
  };

  const anchorAfter = (index) => {
    for (let i = index; i < blocks.length; i += 1) {
      if (blocks[i].length) return blocks[i][0];
    }
    return tail[0] || null;
  };

  const replace = (first, removed, fragments) => {
    for (const nodes of blocks.slice(first, first + removed)) {
      for (const node of nodes) node.remove();
    }
    const anchor = anchorAfter(first + removed);
    const made = fragments.map(nodesOf);
    const joined = document.createDocumentFragment();
    for (const nodes of made) joined.append(...nodes);
    body().insertBefore(joined, anchor);
    if (made.length < 5000) blocks.splice(first, removed, ...made);
    else blocks = blocks.slice(0, first).concat(made, blocks.slice(first + removed));
  };

  const apply = (patch) => {
    replace(patch.first, patch.removed, patch.fragments);
    for (const [index, html] of patch.changed) replace(index, 1, [html]);
    if (patch.tail !== null) {
      for (const node of tail) node.remove();
      tail = nodesOf(patch.tail);
      body().append(...tail);
    }
  };

  const around = (parts) => {
    byId("story-header").innerHTML = parts.header;
    byId("story-footer").innerHTML = parts.footer;
    document.documentElement.lang = parts.language;
    document.documentElement.dir = parts.direction;
  };

  const box = (index) => {
    const range = document.createRange();
    const nodes = (blocks[index] || []).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    if (!nodes.length) return null;
    range.setStartBefore(nodes[0]);
    range.setEndAfter(nodes[nodes.length - 1]);
    return range.getBoundingClientRect();
  };

  const reveal = (index) => {
    const at = box(index);
    if (!at || (at.bottom > 0 && at.top < innerHeight)) return;
    scrollBy({ top: at.top - innerHeight / 3, behavior: "instant" });
  };

  const textNodes = (index) => {
    const found = [];
    for (const node of blocks[index] || []) {
      if (node.nodeType === Node.TEXT_NODE) found.push(node);
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) found.push(walker.currentNode);
    }
    return found;
  };

  const mark = (index, word, nth) => {
    CSS.highlights.delete("desk-word");
    reveal(index);
    if (!word) return;
    let seen = 0;
    for (const node of textNodes(index)) {
      let at = node.data.indexOf(word);
      while (at >= 0) {
        if (seen === nth) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          CSS.highlights.set("desk-word", new Highlight(range));
          const place = range.getBoundingClientRect();
          if (place.bottom < 0 || place.top > innerHeight) {
            scrollBy({ top: place.top - innerHeight / 3, behavior: "instant" });
          }
          return;
        }
        seen += 1;
        at = node.data.indexOf(word, at + word.length);
      }
    }
  };

  const indexOf = (node) => {
    let top = node;
    while (top && top.parentNode !== body()) top = top.parentNode;
    return top ? blocks.findIndex((nodes) => nodes.includes(top)) : -1;
  };

  const at = (x, y) => {
    const caret = document.caretRangeFromPoint(x, y);
    if (!caret || caret.startContainer.nodeType !== Node.TEXT_NODE) return null;
    const index = indexOf(caret.startContainer);
    if (index < 0) return null;
    const node = caret.startContainer;
    const text = node.data;
    const letter = /[\p{L}\p{N}\p{M}’'-]/u;
    let start = caret.startOffset;
    let end = start;
    while (start > 0 && letter.test(text[start - 1])) start -= 1;
    while (end < text.length && letter.test(text[end])) end += 1;
    let prefix = "";
    for (const other of textNodes(index)) {
      if (other === node) break;
      prefix += other.data;
    }
    return { block: index, prefix: prefix + text.slice(0, start), word: text.slice(start, end) };
  };

  // The browser asks the desktop for light or dark; the desk's own choice stands above that.
  let dusk = null;
  const shade = (dark) => {
    if (dusk === null) {
      const rules = [...document.styleSheets].flatMap((style) => [...style.cssRules]);
      dusk = rules.filter((rule) => rule.media && rule.conditionText.includes("prefers-color-scheme: dark"));
    }
    for (const rule of dusk) rule.media.mediaText = dark ? "screen" : "not all";
    sheet.replaceSync(OURS + `:root { color-scheme: ${dark ? "dark" : "light"} !important; }`);
    document.adoptedStyleSheets = [sheet];
    return dusk.length;
  };

  const take = (reply) => {
    if (reply.reset) {
      blocks = [];
      tail = [];
      body().replaceChildren();
      CSS.highlights.delete("desk-word");
    }
    if (reply.parts) around(reply.parts);
    for (const patch of reply.patches || []) apply(patch);
    if (reply.block !== undefined && !reply.reset) reveal(reply.block);
    return blocks.length;
  };

  const settle = (scroll) => {
    scrollTo({ top: scroll, behavior: "instant" });
    return true;
  };

  return { take, at, shade, mark, settle, html: () => body().innerHTML, top: () => scrollY };
})();
