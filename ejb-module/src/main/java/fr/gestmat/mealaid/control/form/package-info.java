/**
 * The family's form as data: pages, questions, what is shown when, what an answer may be, and how
 * answers go over to another version. Pure rules.
 */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.control.form;
