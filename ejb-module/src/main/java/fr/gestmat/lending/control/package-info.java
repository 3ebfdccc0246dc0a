/**
 * The rules of lending: how a scanned code is read, what a scan decides, how devices and loans
 * live, when a loan ends.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control;
