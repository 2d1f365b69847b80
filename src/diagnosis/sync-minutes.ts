/** Minutes that a portal may take until it lets somebody in who has just registered. */
export const syncMinutes = 30;
