/** When families are reminded, and when a loan forgets its pupil. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.control.reminder;
