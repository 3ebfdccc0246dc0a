/** Use cases of other systems: read the registers, add a device. */
@org.jspecify.annotations.NullMarked
package fr.gestmat.lending.boundary.register;
