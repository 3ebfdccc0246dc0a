/** Applications as a workbook to take away: what was filtered, whole or not there. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.export;
