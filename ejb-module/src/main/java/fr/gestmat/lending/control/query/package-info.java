/**
 * Lists, counts and exports of devices and loans: one definition of each filter and of what a
 * caller may see, read by plain SQL.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.query;
