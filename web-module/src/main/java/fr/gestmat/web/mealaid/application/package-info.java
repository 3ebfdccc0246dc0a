/** The family's pages of meal aid: on a phone first, one question a page. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.application;
