/**
 * What becomes of a device at the end of schooling, where policy gives it (cession): the family
 * chooses, a certificate says so for good.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.cession;
