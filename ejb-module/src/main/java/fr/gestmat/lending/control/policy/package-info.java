/**
 * How an authority lends, as data: versions by school year, what may not be said in one breath, and
 * the one place that reads them. The rules that obey them stand one level up.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.policy;
