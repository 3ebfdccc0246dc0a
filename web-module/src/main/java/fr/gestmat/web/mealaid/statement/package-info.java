/** Statements of payment on screen: all schools for who runs the aid, the own one for a bursary. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.statement;
