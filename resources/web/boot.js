// Runs before folium's own inline script, which hands the map over; a module would come too late.
(() => {
  let give;
  const map = new Promise(resolve => { give = resolve; });
  const refusals = [];
  window.atlas = { adopt: adopted => give(adopted), map, refusals };
  window.addEventListener('securitypolicyviolation', event => refusals.push([event.effectiveDirective, event.blockedURI]));
})();
