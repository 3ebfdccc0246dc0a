/** Devices, models and loans: rows that move only through their tables of transitions. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.entity;
