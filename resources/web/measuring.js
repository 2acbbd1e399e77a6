// Measuring: clicks set the corners of a line; its length comes back from Python, which knows the ellipsoid.

import { element, pathOf } from './svg.js';

export function createMeasuring(map, say) {
  let on = false, corners = [], pointer = null, text = '';
  const group = element('svg', { class: 'leaflet-zoom-hide', width: 1, height: 1 }, map.getPane('measuring'));
  const at = corner => { const point = map.latLngToLayerPoint(corner); return [point.x, point.y]; };
  const tell = () => say('measured', { points: corners.map(({ lng, lat }) => [lng, lat]) });

  function draw() {
    group.textContent = '';
    if (!on || !corners.length) return;
    const points = corners.map(at), line = pointer ? [...points, at(pointer)] : points;
    element('path', { d: pathOf(line), class: 'measure-line' }, group);
    points.forEach(([cx, cy]) => element('circle', { cx, cy, r: 4, class: 'measure-corner' }, group));
    if (!text) return;
    const [x, y] = points[points.length - 1], words = element('text', { x: x + 10, y: y - 10, class: 'measure-words' });
    words.textContent = text;
    const box = element('rect', { class: 'measure-box', rx: 3 }, group);
    group.appendChild(words);
    const { x: left, y: top, width, height } = words.getBBox();
    Object.entries({ x: left - 5, y: top - 2, width: width + 10, height: height + 4 }).forEach(([name, value]) => box.setAttribute(name, value));
  }
  map.on('zoomend moveend', draw);
  return {
    isOn: () => on,
    draw,
    switchTo(next) {
      [on, corners, pointer, text] = [next, [], null, ''];
      map.getContainer().classList.toggle('measuring', on);
      draw();
    },
    addCorner(latlng) {
      corners.push(latlng);
      text = '';
      tell();
      draw();
    },
    dropCorner() {
      corners.pop();
      text = '';
      tell();
      draw();
    },
    follow(latlng) { pointer = latlng; draw(); },
    show(distance) {
      text = corners.length > 1 ? `${distance}, not a route` : '';
      draw();
    },
  };
}
