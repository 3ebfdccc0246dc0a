/**
 * Around the rules of a scan: gathers what they look at in as few statements as possible, does what
 * they decided, keeps each answer under its scan's id.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.desk;
