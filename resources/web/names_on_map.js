// Names of the basemap as labels that give way to all of ours.

export const namesFor = () => [];
