/**
 * What families are asked for: proposed, validated, sent to the finance system, paid or dropped.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.charge;
