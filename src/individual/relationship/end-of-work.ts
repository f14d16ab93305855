/** The longest goodbye, in signs as readers count them. */
export const mostGoodbye = 2000
