package fr.gestmat.mealaid.control.document;

/** A list or a certificate was taken: all notices wait to be judged again. */
record TrustChanged() {}
