// Each text of the page's main part and sidebar, with its contrast ratio to the background behind it (WCAG 2.2).
() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
    const scale = colour.startsWith('color(srgb') ? 255 : 1;  // what color-mix() gives
    return {r: r * scale, g: g * scale, b: b * scale, a};
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const luminance = ({r, g, b}) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), {r: 255, g: 255, b: 255, a: 1});
  };
  const faded = (element) => {
    let share = 1;
    for (let at = element; at; at = at.parentElement) share *= Number(getComputedStyle(at).opacity);
    return share;
  };
  const found = [];
  for (const element of document.querySelectorAll('[data-testid="stMain"] *, [data-testid="stSidebar"] *')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join(' ').trim();
    if (!text || element.closest('svg, [aria-disabled="true"], [disabled], [data-testid="stIconMaterial"]') || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || element.matches('style, script')) continue;
    const ground = behind(element), ink = parse(style.color);
    const shown = over({...ink, a: ink.a * faded(element)}, ground);
    const [light, dark] = [luminance(shown), luminance(ground)].sort((a, b) => b - a);
    found.push([text.slice(0, 60), (light + 0.05) / (dark + 0.05)]);
  }
  return found;
}
