/** Whoever steers an authority writes its lending policy, its calendar and its prices here. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.policy;
