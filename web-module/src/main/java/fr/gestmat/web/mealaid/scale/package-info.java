/** The pages of scales of meal aid, and the simulator that is open to everybody. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.web.mealaid.scale;
