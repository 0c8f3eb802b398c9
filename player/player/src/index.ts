/** The custom elements; importing this module defines them. */
export {};
