package fr.gestmat.mealaid.control.document;

/** A document waits to be looked at. */
record DocumentSent() {}
