/**
 * Incidents of devices: declared by schools and families, decided by policy, mended or replaced.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.incident;
