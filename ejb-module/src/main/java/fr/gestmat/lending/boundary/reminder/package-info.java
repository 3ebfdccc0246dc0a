/** Settings of reminders and changes of due dates. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.reminder;
