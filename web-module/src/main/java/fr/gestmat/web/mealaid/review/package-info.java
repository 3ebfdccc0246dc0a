/** Pages of officers, of a school's bursary, and of a family about what it submitted. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.review;
