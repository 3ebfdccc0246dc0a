/**
 * Reads tax notices by the code printed on them (2D-Doc): what it says, whether it is authentic,
 * and what that means for an application. Pure rules; certificates are brought in by an operator.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.taxnotice;
