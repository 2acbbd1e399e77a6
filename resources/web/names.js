export const createNames = () => ({ candidates: () => [] });
