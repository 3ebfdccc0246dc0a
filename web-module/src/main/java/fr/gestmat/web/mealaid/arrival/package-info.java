/** Pages around families that no portal knows: the door, the child, who vouches, the paper. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.arrival;
