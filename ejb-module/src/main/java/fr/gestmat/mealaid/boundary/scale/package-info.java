/** Scales in the hands of who runs the campaigns, and the simulator that is open to everybody. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.mealaid.boundary.scale;
