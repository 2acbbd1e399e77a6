// Tabs: one panel at a time, by click and by the arrow keys; `opened()` hears of each.

export function createTabs(opened) {
  const tabs = [...document.querySelectorAll('[role=tab]')], panelOf = tab => document.getElementById(tab.getAttribute('aria-controls'));
  const open = name => {
    for (const tab of tabs) {
      const isOpen = panelOf(tab).id === name;
      tab.setAttribute('aria-selected', isOpen);
      tab.tabIndex = isOpen ? 0 : -1;
      panelOf(tab).hidden = !isOpen;
    }
    opened();
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => open(panelOf(tab).id));
    tab.addEventListener('keydown', ({ key }) => {
      const next = tabs[(i + ({ ArrowRight: 1, ArrowLeft: -1 }[key] || 0) + tabs.length) % tabs.length];
      if (next === tab) return;
      open(panelOf(next).id);
      next.focus();
    });
  });
  open('figures');
  return { open };
}
