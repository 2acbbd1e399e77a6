// Runs before folium's own inline script, which hands the map over; a module would come too late.
(() => {
  let give;
  const map = new Promise(resolve => { give = resolve; });
  const refusals = [];
  const bring = name => import(name);       // what no first paint needs: a module that is fetched when it is first asked for
  window.atlas = { adopt: adopted => give(adopted), map, refusals, bring };
  window.addEventListener('securitypolicyviolation', event => refusals.push([event.effectiveDirective, event.blockedURI]));
})();
