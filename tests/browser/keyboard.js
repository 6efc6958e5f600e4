// A walk through a page by the keyboard: which controls there are, where the focus is, whether it can be seen and named.
// Tables paint their own focus on a canvas and end on an empty element; a group of choices is one stop, as WAI-ARIA has it.
() => {
  const TABLE = '[data-testid="stDataFrame"]', GROUP = '[role="radiogroup"], [role="toolbar"], [role="group"], [role="tablist"]';
  const CONTROL = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [tabindex]';
  const within = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? within(e.shadowRoot) : [])]);
  const isShown = (e) => {
    const {width, height} = e.getBoundingClientRect(), folded = e.closest('details:not([open])');
    return width > 0 && height > 0 && getComputedStyle(e).visibility !== 'hidden' && (!folded || e.matches('summary'));
  };
  const controls = () => within(document).filter((e) => e.matches(CONTROL) && e.tabIndex >= 0 && !e.disabled && isShown(e));
  const named = (e) => {
    const others = (e.getAttribute('aria-labelledby') || '').split(/\s+/).map((id) => id && e.getRootNode().getElementById(id));
    const labels = [...others, ...(e.labels || [])].map((label) => label?.textContent || '').join(' ').trim();
    return (labels || e.getAttribute('aria-label') || e.textContent.trim() || e.title || e.alt || '').replace(/\s+/g, ' ').slice(0, 60);
  };
  const told = (e) => `${e.tagName.toLowerCase()} "${named(e)}"`;
  const look = (e) => {
    let around = e;
    for (let up = 0; up < 3 && around.parentElement; up++) around = around.parentElement;
    return [around, e, ...[...around.querySelectorAll('*')].slice(0, 80)].flatMap((part) =>
      [null, '::before', '::after'].map((pseudo) => {
        const s = getComputedStyle(part, pseudo), line = s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor;
        return [line, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecorationLine, s.color].join();
      })).join('\n');
  };
  const focused = () => {
    let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e === document.body ? null : e;
  };
  const before = new Map(controls().map((e) => [e, look(e)])), reached = new Set();
  window.walk = {
    // Where the focus is: null beyond the last control, else what is wrong with it; empty: nothing.
    step: () => {
      const e = focused();
      if (!e) return null;
      const isTable = e.closest(TABLE), isAgain = reached.has(e) && !isTable;
      reached.add(e);
      if (isTable) reached.add(isTable.querySelector('canvas'));
      if (isAgain) return `${told(e)} is reached twice`;
      if (isTable && !e.matches('button')) return '';
      if (!named(e)) return `${e.outerHTML.slice(0, 200)} has no name`;
      return before.get(e) === look(e) ? `${told(e)} shows no focus` : '';
    },
    missed: () => controls().filter((e) => {
      const group = e.closest(GROUP);
      return before.has(e) && !reached.has(e) && !(group && [...reached].some((other) => group.contains(other)));
    }).map(told),
  };
}
